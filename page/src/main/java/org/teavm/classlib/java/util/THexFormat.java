package org.teavm.classlib.java.util;

/** {@code java.util.HexFormat}, for the browser. */
public final class THexFormat {
  private static final THexFormat LOWER = new THexFormat("0123456789abcdef");
  private static final THexFormat UPPER = new THexFormat("0123456789ABCDEF");

  private final String digits;

  private THexFormat(String digits) {
    this.digits = digits;
  }

  public static THexFormat of() {
    return LOWER;
  }

  public THexFormat withUpperCase() {
    return UPPER;
  }

  public char toHighHexDigit(int value) {
    return digits.charAt(value >> 4 & 0xf);
  }

  public char toLowHexDigit(int value) {
    return digits.charAt(value & 0xf);
  }

  public String toHexDigits(char value) {
    char[] four = new char[4];
    for (int i = 0; i < four.length; i++) {
      four[i] = digits.charAt(value >> (12 - 4 * i) & 0xf);
    }
    return new String(four);
  }

  public String formatHex(byte[] bytes) {
    return formatHex(bytes, 0, bytes.length);
  }

  public String formatHex(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(2 * (to - from));
    for (int i = from; i < to; i++) {
      text.append(toHighHexDigit(bytes[i])).append(toLowHexDigit(bytes[i]));
    }
    return text.toString();
  }

  public byte[] parseHex(CharSequence text) {
    return parseHex(text, 0, text.length());
  }

  public byte[] parseHex(CharSequence text, int from, int to) {
    if ((to - from) % 2 != 0) {
      throw new IllegalArgumentException("expected two digits a byte");
    }
    byte[] bytes = new byte[(to - from) / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (digit(text, from + 2 * i) << 4 | digit(text, from + 2 * i + 1));
    }
    return bytes;
  }

  private static int digit(CharSequence text, int at) {
    char c = text.charAt(at);
    int digit = c > 0x7f ? -1 : Character.digit(c, 16);
    if (digit < 0) {
      throw new IllegalArgumentException("expected a hexadecimal digit");
    }
    return digit;
  }
}
