package io.github.dokuconformance.diagnosis.json;

/**
 * A piece of JSON text exactly as written; all tokens of a text joined give the text again.
 *
 * @param text the spelling; of a string with its quotes and escapes
 */
public record Token(Kind kind, String text) {
  /** What a token is; a member's name is told from other strings. */
  public enum Kind {
    SPACE,
    NAME,
    STRING,
    NUMBER,
    LITERAL,
    PUNCTUATION
  }

  boolean is(char punctuation) {
    return kind == Kind.PUNCTUATION && text.charAt(0) == punctuation;
  }
}
