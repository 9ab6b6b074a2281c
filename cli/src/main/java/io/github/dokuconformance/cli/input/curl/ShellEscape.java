package io.github.dokuconformance.cli.input.curl;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.InputException;

/**
 * Reads the escapes inside of {@code $'…'}.
 *
 * <p>Two {@code \\u} escapes that are a surrogate pair are one character: a shell makes six bytes
 * of them that are not UTF-8, but browsers that copy a command mean the character.
 *
 * <p>Source: POSIX.1-2024, section 2.2.4; {@code \\u} and {@code \\U} as in bash.
 */
final class ShellEscape {
  private static final String SIMPLE = "abeEfnrtv\\'\"?";
  private static final String MEANT = "\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?";

  private ShellEscape() {}

  /** Returns the bytes that are meant by the escape whose backslash has been taken. */
  static byte[] read(ShellText text) throws InputException {
    if (text.atEnd()) {
      return new byte[] {'\\'};
    }
    if (Character.digit(text.peek(), 8) >= 0) {
      return single(text, text.takeDigits(3, 8));
    }
    int c = text.take();
    int simple = SIMPLE.indexOf(c);
    if (simple >= 0) {
      return new byte[] {(byte) MEANT.charAt(simple)};
    }
    return switch (c) {
      case 'x' -> single(text, text.takeDigits(2, 16));
      case 'c' -> single(text, text.atEnd() ? -1 : text.take() & 0x1f);
      case 'u' -> character(text, unicode(text));
      case 'U' -> character(text, text.takeDigits(8, 16));
      default -> new byte[] {'\\', (byte) c};
    };
  }

  private static byte[] single(ShellText text, int value) throws InputException {
    if (value <= 0) {
      throw text.error("expected a byte other than NUL after the backslash, as in \\x41");
    }
    return new byte[] {(byte) value};
  }

  private static int unicode(ShellText text) throws InputException {
    int first = text.takeDigits(4, 16);
    if (first < Character.MIN_HIGH_SURROGATE
        || first > Character.MAX_HIGH_SURROGATE
        || !text.skip("\\u")) {
      return first;
    }
    int second = text.takeDigits(4, 16);
    boolean pair = second >= Character.MIN_LOW_SURROGATE && second <= Character.MAX_LOW_SURROGATE;
    return pair ? Character.toCodePoint((char) first, (char) second) : first;
  }

  private static byte[] character(ShellText text, int codePoint) throws InputException {
    boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    if (codePoint == 0 || half || !Character.isValidCodePoint(codePoint)) {
      throw text.error("expected the number of a character after the backslash, as in \\u0041");
    }
    return Character.toString(codePoint).getBytes(UTF_8);
  }
}
