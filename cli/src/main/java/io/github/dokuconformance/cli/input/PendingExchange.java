package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.message.Exchange;

/**
 * An exchange that has been read as bytes, and is made into a message when it is asked for.
 *
 * <p>The work is in {@link #parse()}, which may run on any thread, once.
 */
public interface PendingExchange {
  /** Returns what the exchange is called in reports: {@code orders.jsonl#1}. */
  String source();

  /** Returns roughly how many bytes wait here, so that what is in flight can be bounded. */
  int size();

  /**
   * Returns the exchange.
   *
   * @throws InputException if it can't be made out; exchanges after it may still be good
   */
  Exchange parse() throws InputException;
}
