package io.github.dokuconformance.diagnosis;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces what a pattern finds by texts in which {@code $} and {@code \} mean themselves. */
public final class Matches {
  private Matches() {}

  /** Replaces each match by the text that comes of it, as it stands. */
  public static String replace(Pattern pattern, String text, UnaryOperator<String> replacement) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (matcher.find()) {
      out.append(text, at, matcher.start()).append(replacement.apply(matcher.group()));
      at = matcher.end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
