package io.github.dokuconformance.json;

/**
 * Something about a body's JSON that parsers do not agree on, or do not take at all.
 *
 * @param pointer JSON pointer of the value, empty for the body as a whole
 * @param got what stands there, as a phrase
 */
public record JsonIssue(Kind kind, String pointer, String got) {

  /** The kinds of issue. */
  public enum Kind {
    NOT_UTF8,
    BYTE_ORDER_MARK,
    MALFORMED,
    TOO_DEEP,
    TOO_MANY_VALUES,
    NOT_A_NUMBER,
    NUMBER_TOO_LONG,
    DUPLICATE_KEY,
    LONE_SURROGATE,
    NUMBER_PRECISION
  }
}
