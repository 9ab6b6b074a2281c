package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.message.Exchange;

/** An exchange among others that can't be made out, and why. */
public record UnreadableExchange(String source, InputException reason) implements PendingExchange {
  @Override
  public int size() {
    return 0;
  }

  @Override
  public Exchange parse() throws InputException {
    throw reason;
  }
}
