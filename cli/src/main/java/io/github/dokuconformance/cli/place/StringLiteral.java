package io.github.dokuconformance.cli.place;

/** Leads from the characters of a JSON string to where they are written, escapes and all. */
final class StringLiteral {
  private StringLiteral() {}

  /**
   * Returns where characters of the string stand in its literal.
   *
   * @param raw what stands between the quotation marks
   */
  static Span written(String raw, Span characters) {
    int from = -1;
    int at = 0;
    for (int index = 0; at < raw.length() && index < characters.to(); index++) {
      if (index == characters.from()) {
        from = at;
      }
      at += raw.charAt(at) != '\\' ? 1 : at + 1 < raw.length() && raw.charAt(at + 1) == 'u' ? 6 : 2;
    }
    return new Span(from < 0 ? at : from, at);
  }
}
