package io.github.dokuconformance.json;

import java.util.Random;

/**
 * Random JSON that every parser takes for the same value, laid out and escaped at random.
 *
 * <p>Names are unlike numbers and different in an object, and numbers spelt as JavaScript spells
 * them: of what is written anew, nothing but white space and escapes is another.
 */
public final class RandomJson {
  private static final String[] CHARACTERS = {
    "a", "Z", " ", "  ", "/", "<", "&", "'", "é", "☕", "😀", "\u2028", "\u00a0", "\u007f", "{", ":",
    ","
  };
  private static final String[] NUMBERS = {
    "0", "1", "-1", "10000", "0.1", "-12.5", "1234567890123", "9007199254740991", "1e+21", "5e-324"
  };
  private static final String[] SPACES = {" ", "\n", "\r\n", "\t", "    "};

  private final Random random;
  private final boolean needlessEscapes;
  private final StringBuilder out = new StringBuilder();

  private RandomJson(Random random, boolean needlessEscapes) {
    this.random = random;
    this.needlessEscapes = needlessEscapes;
  }

  /**
   * Returns a text.
   *
   * @param needlessEscapes whether characters may be escaped that need not be
   */
  public static String of(Random random, boolean needlessEscapes) {
    RandomJson json = new RandomJson(random, needlessEscapes);
    json.value(4);
    return json.out.toString();
  }

  private void value(int depth) {
    space();
    switch (random.nextInt(depth > 0 ? 7 : 4)) {
      case 0 -> string("");
      case 1 -> out.append(pick(NUMBERS));
      case 2 -> out.append(pick("true", "false", "null"));
      case 3 -> out.append(pick("{}", "[]", "\"\""));
      case 4 -> array(depth);
      default -> object(depth);
    }
    space();
  }

  private void array(int depth) {
    out.append('[');
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      out.append(i > 0 ? "," : "");
      value(depth - 1);
    }
    out.append(']');
  }

  private void object(int depth) {
    out.append('{');
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      out.append(i > 0 ? "," : "");
      space();
      string("n" + i);
      space();
      out.append(':');
      value(depth - 1);
    }
    out.append('}');
  }

  private void string(String beginning) {
    out.append('"').append(beginning);
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      if (random.nextInt(4) == 0) {
        out.append(pick("\\\"", "\\\\", "\\n", "\\r", "\\t", "\\b", "\\f", "\\u0000", "\\u001f"));
      } else if (needlessEscapes && random.nextInt(3) == 0) {
        escaped(pick(CHARACTERS));
      } else {
        out.append(pick(CHARACTERS));
      }
    }
    out.append('"');
  }

  private void escaped(String text) {
    if (text.equals("/")) {
      out.append("\\/");
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      out.append(String.format(random.nextBoolean() ? "\\u%04x" : "\\u%04X", (int) text.charAt(i)));
    }
  }

  private void space() {
    if (random.nextInt(3) == 0) {
      out.append(pick(SPACES));
    }
  }

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }
}
