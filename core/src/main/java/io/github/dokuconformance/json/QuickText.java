package io.github.dokuconformance.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.HttpSyntax;

/**
 * Goes through bytes of JSON from front to back, for readers of what is usual. They give up where
 * anything is wrong or only rare, and a parser for all of JSON then reads the bytes from their
 * beginning.
 *
 * <p>Not thread safe.
 */
public abstract class QuickText {
  /** What {@link #peek()} returns at the end. */
  protected static final int END = -1;

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";

  protected final byte[] bytes;
  protected int at;

  protected QuickText(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Passes over white space and returns the next byte. */
  protected final int peek() {
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b;
      }
      at++;
    }
    return END;
  }

  /** Passes over a sign that has to be next. */
  protected final void open(int sign) throws GivenUp {
    require(peek() == sign);
    at++;
  }

  /** Passes over a comma, and returns whether it was one, or else the end that is wanted. */
  protected final boolean more(int end) throws GivenUp {
    int next = peek();
    require(next == ',' || next == end);
    at++;
    return next == ',';
  }

  /** Passes over the end of an array or object that is empty, and returns whether it was there. */
  protected final boolean ends(int end) {
    boolean ends = peek() == end;
    at += ends ? 1 : 0;
    return ends;
  }

  /** Reads a string. */
  protected final String text() throws GivenUp {
    open('"');
    return text(end());
  }

  /** Returns where the string ends that begins here. */
  protected final int end() throws GivenUp {
    for (int i = at; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '"') {
        return i;
      }
      if (b == '\\') {
        i++;
      } else if (b >= 0 && b < ' ') {
        break;
      }
    }
    throw givenUp();
  }

  /** Reads a string up to its end. */
  protected final String text(int end) throws GivenUp {
    String text = utf8(bytes, at, end - at);
    at = end + 1;
    return text.indexOf('\\') < 0 ? text : unescaped(text);
  }

  /** Returns the text that bytes are. */
  protected static String utf8(byte[] bytes, int from, int length) throws GivenUp {
    String text = new String(bytes, from, length, UTF_8);
    // What is not UTF-8 becomes this character.
    require(text.indexOf('\uFFFD') < 0);
    return text;
  }

  /** Returns the character of ASCII that an escape stands for, or {@link #END}. */
  protected static int escaped(int escape) {
    int index = ESCAPES.indexOf(escape);
    return index < 0 ? END : ESCAPED.charAt(index);
  }

  private static String unescaped(String text) throws GivenUp {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      int escape = text.charAt(++i);
      int plain = escaped(escape);
      if (plain == END) {
        require(escape == 'u' && i + 4 < text.length());
        plain = 0;
        for (int last = i + 4; i < last; ) {
          plain = plain * 16 + digit(text.charAt(++i));
        }
      }
      out.append((char) plain);
    }
    String unescaped = out.toString();
    require(HttpSyntax.isUnicode(unescaped));
    return unescaped;
  }

  /** Returns what a hexadecimal digit is worth. */
  protected static int digit(int character) throws GivenUp {
    int digit = character >= 0 && character < 0x80 ? Character.digit(character, 16) : END;
    require(digit >= 0);
    return digit;
  }

  protected static void require(boolean usual) throws GivenUp {
    if (!usual) {
      throw givenUp();
    }
  }

  protected static GivenUp givenUp() {
    return new GivenUp();
  }

  /** Leads out of what is wrong or rare, to a parser that can tell. */
  protected static final class GivenUp extends Exception {
    private static final long serialVersionUID = 1;

    private GivenUp() {
      super(null, null, false, false);
    }
  }
}
