package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.message.Exchange;

/** An exchange that had to be parsed to find its end, so that nothing is left to do. */
public record ReadExchange(Exchange exchange, int size) implements PendingExchange {
  /** Returns the exchange, with its size estimated from its bodies. */
  public static ReadExchange of(Exchange exchange) {
    int bodies = exchange.request().body().length();
    if (exchange.response().isPresent()) {
      bodies += exchange.response().get().body().length();
    }
    return new ReadExchange(exchange, bodies);
  }

  @Override
  public String source() {
    return exchange.source();
  }

  @Override
  public Exchange parse() {
    return exchange;
  }
}
