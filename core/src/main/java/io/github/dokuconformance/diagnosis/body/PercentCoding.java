package io.github.dokuconformance.diagnosis.body;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Matches;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Percent encoding and decoding as senders' functions do it; what is no escape stays. */
public final class PercentCoding {
  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private PercentCoding() {}

  public static byte[] decode(byte[] text, boolean plusIsSpace) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
    for (int i = 0; i < text.length; i++) {
      int high = text[i] == '%' && i + 2 < text.length ? Character.digit(text[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(text[i + 2], 16);
      if (low >= 0) {
        out.write(high << 4 | low);
        i += 2;
      } else {
        out.write(text[i] == '+' && plusIsSpace ? ' ' : text[i]);
      }
    }
    return out.toByteArray();
  }

  public static String decode(String text) {
    return new String(decode(text.getBytes(UTF_8), false), UTF_8);
  }

  /**
   * Encodes all but ASCII letters, digits and the characters given.
   *
   * @param plusIsSpace whether a space becomes {@code +}
   */
  public static String encode(byte[] text, String kept, boolean plusIsSpace) {
    StringBuilder out = new StringBuilder(text.length * 2);
    for (byte b : text) {
      char c = (char) (b & 0xff);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain || kept.indexOf(c) >= 0) {
        out.append(c);
      } else if (c == ' ' && plusIsSpace) {
        out.append('+');
      } else {
        out.append('%').append(HEX.toHighHexDigit(b)).append(HEX.toLowHexDigit(b));
      }
    }
    return out.toString();
  }

  public static String upperCaseEscapes(String text) {
    return Matches.replace(ESCAPE, text, escape -> escape.toUpperCase(Locale.ROOT));
  }

  public static String lowerCaseEscapes(String text) {
    return Matches.replace(ESCAPE, text, escape -> escape.toLowerCase(Locale.ROOT));
  }
}
