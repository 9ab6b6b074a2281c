package io.github.dokuconformance.diagnosis.json;

import java.util.List;
import java.util.Optional;

/** A JSON value that remembers how its strings and numbers were spelt. */
public sealed interface Json {
  /** Members in the order written, repeated names included. */
  record Obj(List<Member> members) implements Json {
    public Obj {
      members = List.copyOf(members);
    }

    /** Returns the value of that name; of a repeated one the last, as most parsers have it. */
    public Optional<Json> find(String name) {
      Optional<Json> found = Optional.empty();
      for (Member member : members) {
        if (member.name().value().equals(name)) {
          found = Optional.of(member.value());
        }
      }
      return found;
    }
  }

  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }
  }

  /**
   * A string.
   *
   * @param raw what stood between the quotes
   * @param value the text that this means
   */
  record Str(String raw, String value) implements Json {
    /** Returns a string for a text, as if written without escapes. */
    public static Str of(String value) {
      return new Str(value, value);
    }

    static Str ofToken(String quoted) {
      String raw = quoted.substring(1, quoted.length() - 1);
      return new Str(raw, raw.indexOf('\\') < 0 ? raw : unescape(raw));
    }

    private static String unescape(String raw) {
      StringBuilder out = new StringBuilder(raw.length());
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (c != '\\') {
          out.append(c);
          continue;
        }
        char escape = raw.charAt(++i);
        if (escape == 'u') {
          out.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
          i += 4;
        } else {
          int control = "bfnrt".indexOf(escape);
          out.append(control < 0 ? escape : "\b\f\n\r\t".charAt(control));
        }
      }
      return out.toString();
    }
  }

  /** A number as written. */
  record Num(String raw) implements Json {}

  /** {@code true}, {@code false} or {@code null}. */
  record Literal(String text) implements Json {
    public static final Literal NULL = new Literal("null");
  }

  record Member(Str name, Json value) {}
}
