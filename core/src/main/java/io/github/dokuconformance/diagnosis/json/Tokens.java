package io.github.dokuconformance.diagnosis.json;

import static java.util.stream.Collectors.joining;

import io.github.dokuconformance.diagnosis.json.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of a JSON text, for changes that leave everything else as it was written. */
public record Tokens(List<Token> list) {
  // One alternative a kind; possessive, so that no input makes it backtrack.
  private static final Pattern LEXEME =
      Pattern.compile(
          "([ \\t\\r\\n]++)"
              + "|(\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\")"
              + "|(-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+)"
              + "|(true|false|null)"
              + "|([{}\\[\\]:,])");

  public Tokens {
    list = List.copyOf(list);
  }

  /** Returns the tokens, or nothing where the text holds something that JSON does not know. */
  public static Optional<Tokens> of(String text) {
    List<Token> list = new ArrayList<>();
    Matcher matcher = LEXEME.matcher(text);
    int at = 0;
    while (at < text.length()) {
      matcher.region(at, text.length());
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      Token token = new Token(kind(matcher), matcher.group());
      if (token.is(':')) {
        nameLastString(list);
      }
      list.add(token);
      at = matcher.end();
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

  /** Returns the text with each token of a value spelt by the operator; white space stays. */
  public String respelt(UnaryOperator<Token> spelling) {
    return list.stream().map(spelling).map(Token::text).collect(joining());
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

  private static Kind kind(Matcher matcher) {
    Kind[] kinds = {Kind.SPACE, Kind.STRING, Kind.NUMBER, Kind.LITERAL, Kind.PUNCTUATION};
    for (int i = 0; i < kinds.length; i++) {
      if (matcher.start(i + 1) >= 0) {
        return kinds[i];
      }
    }
    throw new IllegalStateException("a match has one of its groups");
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
