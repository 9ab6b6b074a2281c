package io.github.dokuconformance.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects header fields that come from outside, and takes only what HTTP can carry, up to {@link
 * MessageLimits#HEADER_BYTES} together. Not thread safe.
 */
public final class HeaderBlock {
  /** The colon, a space and the line end. */
  private static final int OVERHEAD = 4;

  private final List<Header> fields = new ArrayList<>();
  private int size;

  /** Adds a field, or returns what was wanted instead of it: {@code a header name that …}. */
  public Optional<String> add(String name, String value) {
    if (!HttpSyntax.isToken(name)) {
      return Optional.of("a header name of letters, digits and !#$%&'*+-.^_`|~");
    }
    if (!HttpSyntax.isFieldValue(value)) {
      return Optional.of("a header value without control characters");
    }
    size += name.length() + value.length() + OVERHEAD;
    if (size > MessageLimits.HEADER_BYTES) {
      return Optional.of("at most " + MessageLimits.HEADER_BYTES + " bytes of headers (64 KiB)");
    }
    fields.add(new Header(name, value));
    return Optional.empty();
  }

  public Headers toHeaders() {
    return new Headers(fields);
  }
}
