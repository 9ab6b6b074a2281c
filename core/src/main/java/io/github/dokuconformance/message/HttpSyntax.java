package io.github.dokuconformance.message;

/** Which texts can be a part of an HTTP message at all; all else about them is for the contract. */
public final class HttpSyntax {
  private static final boolean[] TOKEN = new boolean[0x80];

  static {
    for (char c = 0; c < TOKEN.length; c++) {
      TOKEN[c] =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }
  }

  private HttpSyntax() {}

  /** Says whether a method or a header name can be so: a token of RFC 9110, section 5.6.2. */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= TOKEN.length || !TOKEN[c]) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /**
   * Says whether a request target can be so: origin form or absolute form of RFC 9112, section 3.2,
   * without space or control character. Other characters that should be percent-encoded may stand.
   */
  public static boolean isTarget(String text) {
    boolean form =
        text.startsWith("/")
            || text.regionMatches(true, 0, "http://", 0, 7)
            || text.regionMatches(true, 0, "https://", 0, 8);
    return form && isFieldValue(text) && text.indexOf(' ') < 0 && text.indexOf('\t') < 0;
  }

  /**
   * Says whether a header value can be so: no line end or other control character, but TAB (RFC
   * 9110, section 5.5). Characters beyond ASCII may stand.
   */
  public static boolean isFieldValue(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return false;
      }
      ascii &= c < 0x80;
    }
    return ascii || isUnicode(text);
  }

  /** Says whether the text has a UTF-8 form: no half of a surrogate pair stands alone. */
  public static boolean isUnicode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  /** Says whether there are ASCII digits and nothing else. */
  public static boolean isDigits(String text) {
    return !text.isEmpty() && digitsEnd(text, 0) == text.length();
  }

  /** Returns where the ASCII digits end that begin at an index; that index where none does. */
  public static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Says whether a shape begins at an index: an ASCII digit for each d, and all else as it is. */
  public static boolean hasShape(String text, int from, String shape) {
    if (text.length() - from < shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char wanted = shape.charAt(i);
      char got = text.charAt(from + i);
      if (wanted == 'd' ? !isDigit(got) : got != wanted) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
