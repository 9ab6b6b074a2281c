package io.github.dokuconformance.message;

import java.net.URI;
import java.util.Optional;

/**
 * A request target split into its parts without any decoding: what was percent-encoded stays so.
 *
 * <p>Takes the origin form ({@code /path?query}) and the absolute form ({@code
 * https://host/path?query}), as RFC 9112, section 3.2, has them. A fragment is not part of a target
 * and stays where it is.
 */
public record Target(String raw) {
  public static Target of(String raw) {
    return new Target(raw);
  }

  /**
   * Returns what is sent to a server's URL: its path, {@code /} where it has none, and its query.
   */
  public static Target of(URI url) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new Target(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  /** Returns the path alone, as sent; {@code /} where an absolute form has none. */
  public String path() {
    int start = pathStart();
    int query = raw.indexOf('?', start);
    String path = raw.substring(start, query < 0 ? raw.length() : query);
    return path.isEmpty() && start > 0 ? "/" : path;
  }

  /** Returns what follows the first {@code ?}, without it. */
  public Optional<String> query() {
    int query = raw.indexOf('?', pathStart());
    return query < 0 ? Optional.empty() : Optional.of(raw.substring(query + 1));
  }

  /** Returns host and port of an absolute form. */
  public Optional<String> authority() {
    int scheme = schemeEnd();
    return scheme < 0 ? Optional.empty() : Optional.of(raw.substring(scheme, pathStart()));
  }

  private int pathStart() {
    int authority = schemeEnd();
    if (authority < 0) {
      return 0;
    }
    for (int i = authority; i < raw.length(); i++) {
      if (raw.charAt(i) == '/' || raw.charAt(i) == '?') {
        return i;
      }
    }
    return raw.length();
  }

  /** Returns the index after {@code http://} or {@code https://}, or -1. */
  private int schemeEnd() {
    if (raw.startsWith("/")) {
      return -1;
    }
    if (raw.regionMatches(true, 0, "http://", 0, 7)) {
      return 7;
    }
    return raw.regionMatches(true, 0, "https://", 0, 8) ? 8 : -1;
  }

  @Override
  public String toString() {
    return raw;
  }
}
