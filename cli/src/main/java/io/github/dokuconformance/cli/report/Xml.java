package io.github.dokuconformance.cli.report;

/** Text in XML and HTML. */
final class Xml {
  private Xml() {}

  /**
   * Returns text that stands for itself between tags and in a quoted attribute; what XML 1.0 can't
   * hold becomes U+FFFD.
   */
  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(character -> append(out, character));
    return out.toString();
  }

  private static void append(StringBuilder out, int character) {
    switch (character) {
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '&' -> out.append("&amp;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\r' -> out.append("&#13;");
      default -> out.appendCodePoint(isLegal(character) ? character : 0xFFFD);
    }
  }

  private static boolean isLegal(int character) {
    return character == '\t'
        || character == '\n'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
