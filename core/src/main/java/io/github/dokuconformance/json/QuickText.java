package io.github.dokuconformance.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.HttpSyntax;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Goes through bytes of JSON from front to back, for readers of what is usual. They give up where
 * anything is wrong or only rare, and a parser for all of JSON then reads the bytes from their
 * beginning.
 *
 * <p>Not thread safe.
 */
public abstract class QuickText {
  /** What {@link #peek()} returns at the end; no byte, whose value is at least 0 there. */
  protected static final int END = -1;

  private static final String ESCAPES = "\"\\/bfnrt";
  private static final String ESCAPED = "\"\\/\b\f\n\r\t";
  private static final int LONGEST_NAME = 40;

  /** Names seen before, by hash: most messages have the same. Any thread's will do. */
  private static final @Nullable Name[] NAMES = new Name[2048];

  protected final byte[] bytes;
  protected int at;

  /** Tells whether the string whose end was looked for last is spelt as it is, in ASCII. */
  private boolean plain;

  protected QuickText(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Passes over white space and returns the next byte. */
  protected final int peek() {
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b & 0xff;
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

  /** Reads a string that comes in many messages, as a name does. */
  protected final String name() throws GivenUp {
    open('"');
    int start = at;
    int end = start;
    int hash = 0;
    while (end < bytes.length && bytes[end] != '"') {
      hash = 31 * hash + bytes[end++];
    }
    if (end - start > LONGEST_NAME) {
      return text(end());
    }
    int slot = (hash ^ (hash >>> 9)) & (NAMES.length - 1);
    Name known = NAMES[slot];
    if (end < bytes.length
        && known != null
        && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, start, end)) {
      at = end + 1;
      return known.text;
    }
    String name = text(end());
    // Not with an escaped quotation mark, after which it went on.
    if (at == end + 1) {
      NAMES[slot] = new Name(Arrays.copyOfRange(bytes, start, end), name);
    }
    return name;
  }

  /** Reads a string. */
  protected final String text() throws GivenUp {
    open('"');
    return text(end());
  }

  /** Returns where the string ends that begins here. */
  private int end() throws GivenUp {
    plain = true;
    for (int i = at; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '"') {
        return i;
      }
      if (b == '\\') {
        plain = false;
        i++;
      } else if (b < ' ') {
        require(b < 0);
        plain = false;
      }
    }
    throw givenUp();
  }

  /** Reads a string up to its end. */
  private String text(int end) throws GivenUp {
    int length = end - at;
    String text = plain ? new String(bytes, at, length, ISO_8859_1) : utf8(bytes, at, length);
    at = end + 1;
    return plain || text.indexOf('\\') < 0 ? text : unescaped(text);
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

  /** A name, and how it is spelt. */
  private static final class Name {
    private final byte[] bytes;
    private final String text;

    private Name(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }
  }

  /** Leads out of what is wrong or rare, to a parser that can tell. */
  protected static final class GivenUp extends Exception {
    private static final long serialVersionUID = 1;

    private GivenUp() {
      super(null, null, false, false);
    }
  }
}
