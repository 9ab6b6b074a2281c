package io.github.dokuconformance.contract;

/** Who sends the request of an operation. */
public enum Direction {
  MERCHANT_TO_DOKU("merchant → DOKU"),
  DOKU_TO_MERCHANT("DOKU → merchant");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
