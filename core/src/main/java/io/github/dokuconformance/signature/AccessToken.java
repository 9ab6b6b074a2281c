package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

/**
 * A token that stands for a merchant for some minutes. Prints as a placeholder; there is no
 * equality.
 */
public final class AccessToken {
  private final String text;

  private AccessToken(String text) {
    this.text = requireNonNull(text, "text");
  }

  public static AccessToken of(String text) {
    return new AccessToken(text);
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
