package io.github.dokuconformance.message;

import static java.util.Objects.requireNonNull;

/** One header field as it was sent: the name keeps its case, the value its white space. */
public record Header(String name, String value) {
  public Header {
    requireNonNull(name, "name");
    requireNonNull(value, "value");
  }
}
