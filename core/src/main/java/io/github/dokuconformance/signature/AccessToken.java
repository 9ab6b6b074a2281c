package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

/**
 * A token that stands for a merchant for some minutes. Prints as a placeholder; there is no
 * equality.
 */
public final class AccessToken {
  /** What stands before a token in an Authorization header (RFC 6750). */
  public static final String SCHEME = "Bearer ";

  private final String text;

  private AccessToken(String text) {
    this.text = requireNonNull(text, "text");
  }

  public static AccessToken of(String text) {
    return new AccessToken(text);
  }

  /** Returns the token of an Authorization header's value, which may lack the word before it. */
  public static AccessToken ofHeader(String value) {
    boolean bearer = value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return of((bearer ? value.substring(SCHEME.length()) : value).strip());
  }

  /** Returns the token, to sign or to send it and for nothing else. */
  public String expose() {
    return text;
  }

  @Override
  public String toString() {
    return "AccessToken[***]";
  }
}
