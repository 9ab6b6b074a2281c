package io.github.dokuconformance.signature.snap;

import io.github.dokuconformance.message.Body;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What {@code minify(RequestBody)} may mean; no page says more than the word and shows one sample.
 *
 * <p>Both meanings keep the order of members and every value, and give the same bytes for a body
 * without needless escapes. Neither takes white space out of strings. Bytes are taken as they come:
 * what is no JSON has a minified form too.
 */
public final class Minification {
  private static final int MOST_ESCAPED = 6;
  private static final HexFormat HEX = HexFormat.of();

  private Minification() {}

  /** Returns the body less the white space of JSON outside of strings. */
  public static Body withoutSpace(Body body) {
    byte[] bytes = body.toByteArray();
    int length = 0;
    boolean inString = false;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (inString && b == '\\' && i + 1 < bytes.length) {
        bytes[length++] = b;
        bytes[length++] = bytes[++i];
        continue;
      }
      if (b == '"') {
        inString = !inString;
      }
      if (inString || !isSpace(b)) {
        bytes[length++] = b;
      }
    }
    return length == bytes.length ? body : Body.of(bytes, 0, length);
  }

  /**
   * Returns the same after it was parsed and written anew, with the fewest escapes and all else as
   * raw UTF-8; nothing where that changes nothing, or a string has an escape that JSON does not
   * know. Numbers stay as they are spelt: programs write them in too many ways.
   */
  public static Optional<Body> rewritten(Body body) {
    byte[] bytes = body.toByteArray();
    if (!holdsEscape(bytes)) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    boolean inString = false;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (inString && b == '\\') {
        int length = rewriteEscape(bytes, i, out);
        if (length == 0) {
          return Optional.empty();
        }
        i += length - 1;
        continue;
      }
      if (b == '"') {
        inString = !inString;
      }
      if (inString || !isSpace(b)) {
        out.write(b);
      }
    }
    Body rewritten = Body.of(out.toByteArray());
    return rewritten.equals(withoutSpace(body)) ? Optional.empty() : Optional.of(rewritten);
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }

  private static boolean holdsEscape(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Writes what an escape stands for; returns its length, and 0 where JSON does not know it. */
  private static int rewriteEscape(byte[] bytes, int at, ByteArrayOutputStream out) {
    if (at + 1 >= bytes.length) {
      return 0;
    }
    char kind = (char) (bytes[at + 1] & 0xff);
    switch (kind) {
      case '"', '\\', 'b', 'f', 'n', 'r', 't' -> {
        out.write('\\');
        out.write(kind);
        return 2;
      }
      case '/' -> {
        out.write('/');
        return 2;
      }
      case 'u' -> {
        return rewriteCode(bytes, at, out);
      }
      default -> {
        return 0;
      }
    }
  }

  private static int rewriteCode(byte[] bytes, int at, ByteArrayOutputStream out) {
    int code = code(bytes, at);
    if (code < 0) {
      return 0;
    }
    if (Character.isHighSurrogate((char) code)) {
      int low = code(bytes, at + MOST_ESCAPED);
      if (low >= 0 && Character.isLowSurrogate((char) low)) {
        write(Character.toCodePoint((char) code, (char) low), out);
        return 2 * MOST_ESCAPED;
      }
    }
    write(code, out);
    return MOST_ESCAPED;
  }

  /** Returns the number in an escape of that form; -1 where there is none. */
  private static int code(byte[] bytes, int at) {
    if (at + MOST_ESCAPED > bytes.length || bytes[at] != '\\' || bytes[at + 1] != 'u') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + MOST_ESCAPED; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return code;
  }

  private static void write(int character, ByteArrayOutputStream out) {
    String text =
        switch (character) {
          case '"' -> "\\\"";
          case '\\' -> "\\\\";
          case '\b' -> "\\b";
          case '\f' -> "\\f";
          case '\n' -> "\\n";
          case '\r' -> "\\r";
          case '\t' -> "\\t";
          default ->
              // Half of a pair stands for no character, so it can't be written raw.
              character < ' ' || Character.getType(character) == Character.SURROGATE
                  ? "\\u" + HEX.toHexDigits((char) character)
                  : Character.toString(character);
        };
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
