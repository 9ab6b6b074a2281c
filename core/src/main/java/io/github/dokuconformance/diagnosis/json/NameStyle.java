package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How serialisers spell the names of members, made of the words of a name that came. */
public enum NameStyle {
  CAMEL("camelCase"),
  PASCAL("PascalCase"),
  SNAKE("snake_case");

  private final String label;

  NameStyle(String label) {
    this.label = label;
  }

  /** Returns the name for people: {@code camelCase}. */
  public String label() {
    return label;
  }

  /** Returns the token with its name in this style; other tokens stay. */
  public Token spell(Token token) {
    if (token.kind() != Kind.NAME || token.text().indexOf('\\') >= 0) {
      return token;
    }
    List<String> words = words(token.text().substring(1, token.text().length() - 1));
    return words.isEmpty() ? token : new Token(Kind.NAME, '"' + join(words) + '"');
  }

  /** Parts a name at {@code _}, {@code -} and before capitals; in lower case. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean apart = c == '_' || c == '-';
      if ((apart || Character.isUpperCase(c)) && word.length() > 0) {
        words.add(word.toString().toLowerCase(Locale.ROOT));
        word.setLength(0);
      }
      if (!apart) {
        word.append(c);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private String join(List<String> words) {
    return switch (this) {
      case CAMEL -> decapitalised(pascal(words));
      case PASCAL -> pascal(words);
      case SNAKE -> String.join("_", words);
    };
  }

  private static String pascal(List<String> words) {
    return words.stream()
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static String decapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
