package io.github.dokuconformance.cli.input;

/** What all readers of header lines have in common. */
public final class HeaderText {
  private HeaderText() {}

  /** Returns a header's value without the white space that is not part of it. */
  public static String withoutOuterWhiteSpace(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isWhiteSpace(text.charAt(start))) {
      start++;
    }
    while (start < end && isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isWhiteSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
