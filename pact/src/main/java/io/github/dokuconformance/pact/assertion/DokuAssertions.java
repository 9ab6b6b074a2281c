package io.github.dokuconformance.pact.assertion;

import io.github.dokuconformance.message.Exchange;

/** Entry points to the assertions, to be imported statically. */
public final class DokuAssertions {
  private DokuAssertions() {}

  /** Begins assertions on what was sent and answered. */
  public static ExchangeAssert assertThat(Exchange actual) {
    return new ExchangeAssert(actual);
  }
}
