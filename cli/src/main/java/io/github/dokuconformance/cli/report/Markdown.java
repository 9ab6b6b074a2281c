package io.github.dokuconformance.cli.report;

/** Text in the Markdown of a job summary. */
final class Markdown {
  /** So many rows of a table stay below the 1 MiB that GitHub takes of a summary. */
  static final int MOST_ROWS = 100;

  private Markdown() {}

  /** Returns a link to what a code of a finding means. */
  static String link(String code) {
    return "[" + code + "](" + CodeReference.link(code) + ")";
  }

  static String code(String text) {
    return "<code>" + cell(text.strip()) + "</code>";
  }

  /** Returns text that is neither markup nor the end of a cell. */
  static String cell(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if ("\\`*_{}[]<>#|!~&@$:".indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
              } else {
                out.appendCodePoint(c < ' ' ? ' ' : c);
              }
            });
    return out.toString();
  }
}
