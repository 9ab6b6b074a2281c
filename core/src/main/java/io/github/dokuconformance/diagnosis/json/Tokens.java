package io.github.dokuconformance.diagnosis.json;

import static java.util.stream.Collectors.joining;

import io.github.dokuconformance.diagnosis.json.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tokens of a JSON text, for changes that leave everything else as it was written. */
public record Tokens(List<Token> list) {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");

  public Tokens {
    list = List.copyOf(list);
  }

  /** Returns the tokens, or nothing where the text holds something that JSON does not know. */
  public static Optional<Tokens> of(String text) {
    List<Token> list = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    int at = 0;
    while (at < text.length()) {
      Kind kind = kind(text.charAt(at));
      int end = end(text, at, kind, number);
      if (end <= at) {
        return Optional.empty();
      }
      Token token = new Token(kind, text.substring(at, end));
      if (token.is(':')) {
        nameLastString(list);
      }
      list.add(token);
      at = end;
    }
    return Optional.of(new Tokens(list));
  }

  /** Returns the text without the white space between tokens. */
  public String withoutSpace() {
    return list.stream()
        .filter(token -> token.kind() != Kind.SPACE)
        .map(Token::text)
        .collect(joining());
  }

  /** Returns the text as it was. */
  public String text() {
    return list.stream().map(Token::text).collect(joining());
  }

  /** Returns tokens that are respelt by the operator; white space stays. */
  public Tokens respelt(UnaryOperator<Token> spelling) {
    return new Tokens(list.stream().map(spelling).toList());
  }

  /** Returns tokens in which values are respelt by the operator under members of those names. */
  public Tokens respeltUnder(List<String> names, UnaryOperator<Token> spelling) {
    List<Token> out = new ArrayList<>(list.size());
    boolean under = false;
    for (Token token : list) {
      out.add(under && token.kind() != Kind.SPACE ? spelling.apply(token) : token);
      if (token.kind() == Kind.NAME) {
        under = names.contains(token.text().substring(1, token.text().length() - 1));
      } else if (token.kind() != Kind.SPACE && !token.is(':')) {
        under = false;
      }
    }
    return new Tokens(out);
  }

  /** Returns tokens in which empty brackets of the one kind are of the other. */
  public Tokens withEmpty(String came, String written) {
    List<Token> out = new ArrayList<>(list);
    for (int i = 0; i < list.size(); i++) {
      int end = i + 1;
      while (end < list.size() && list.get(end).kind() == Kind.SPACE) {
        end++;
      }
      if (end < list.size() && list.get(i).is(came.charAt(0)) && list.get(end).is(came.charAt(1))) {
        out.set(i, new Token(Kind.PUNCTUATION, written.substring(0, 1)));
        out.set(end, new Token(Kind.PUNCTUATION, written.substring(1)));
      }
    }
    return new Tokens(out);
  }

  private static Kind kind(char first) {
    return switch (first) {
      case ' ', '\t', '\r', '\n' -> Kind.SPACE;
      case '"' -> Kind.STRING;
      case 't', 'f', 'n' -> Kind.LITERAL;
      case '{', '}', '[', ']', ':', ',' -> Kind.PUNCTUATION;
      default -> Kind.NUMBER;
    };
  }

  /** Returns where the token ends, or a place not after its beginning where it is none. */
  private static int end(String text, int at, Kind kind, Matcher number) {
    return switch (kind) {
      case SPACE -> {
        int end = at;
        while (end < text.length() && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        yield end;
      }
      case LITERAL ->
          Stream.of("true", "false", "null")
              .filter(word -> text.startsWith(word, at))
              .map(word -> at + word.length())
              .findFirst()
              .orElse(at);
      case PUNCTUATION -> at + 1;
      case NUMBER -> {
        number.region(at, text.length());
        yield number.lookingAt() ? number.end() : at;
      }
      default -> stringEnd(text, at);
    };
  }

  private static int stringEnd(String text, int at) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c < ' ') {
        return at;
      }
      if (c == '\\') {
        i++;
        boolean unicode = text.startsWith("u", i);
        if (unicode ? !isHex(text, i + 1) : !isEscape(text, i)) {
          return at;
        }
        i += unicode ? 4 : 0;
      }
    }
    return at;
  }

  private static boolean isEscape(String text, int at) {
    return at < text.length() && "\"\\/bfnrt".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isHex(String text, int from) {
    return from + 4 <= text.length()
        && text.substring(from, from + 4)
            .chars()
            .allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
  }

  private static void nameLastString(List<Token> list) {
    for (int i = list.size() - 1; i >= 0; i--) {
      Token token = list.get(i);
      if (token.kind() == Kind.STRING) {
        list.set(i, new Token(Kind.NAME, token.text()));
      }
      if (token.kind() != Kind.SPACE) {
        return;
      }
    }
  }
}
