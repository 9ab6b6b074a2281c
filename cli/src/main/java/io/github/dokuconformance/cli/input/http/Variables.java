package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.MessageLimits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a text, as editors' HTTP clients and Postman write them: {@code {{name}}}. Not
 * thread safe.
 */
public final class Variables {
  private static final Pattern USE =
      Pattern.compile("\\{\\{[ \\t]{0,9}([$\\w][^{}\\r\\n]{0,200})}}");

  /** A value may use others; who defines them in a circle is stopped here. */
  private static final int DEEPEST = 10;

  /** What a body may have; values that double themselves are stopped here. */
  private static final int LONGEST = MessageLimits.BODY_BYTES;

  private final Map<String, String> values = new HashMap<>();

  public void define(String name, String value) {
    values.put(name, value);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** Returns the text with the values put in; what has none is left as it is. */
  public String resolve(String text) {
    String resolved = text;
    for (int i = 0; i < DEEPEST && !values.isEmpty(); i++) {
      String next = once(resolved);
      if (next.equals(resolved)) {
        return resolved;
      }
      resolved = next;
    }
    return resolved;
  }

  /** Puts the values in, or returns the same text if it would become too long. */
  private String once(String text) {
    StringBuilder replaced = new StringBuilder();
    Matcher use = USE.matcher(text);
    int from = 0;
    while (use.find()) {
      replaced.append(text, from, use.start());
      replaced.append(values.getOrDefault(use.group(1).strip(), use.group()));
      from = use.end();
      if (replaced.length() > LONGEST) {
        return text;
      }
    }
    return replaced.append(text, from, text.length()).toString();
  }

  /** Returns the first variable that stands in the text, such as <code>{{host}}</code>. */
  public static Optional<String> find(String text) {
    if (!text.contains("{{")) {
      return Optional.empty();
    }
    Matcher use = USE.matcher(text);
    return use.find() ? Optional.of(use.group()) : Optional.empty();
  }

  /** Returns why a text with that variable can't be judged, and what to do. */
  public static String reason(String variable) {
    return Visible.line(variable)
        + " is an unresolved variable"
        + (variable.contains("$") ? ", and its value is made anew each time" : "")
        + "; write in its place what was sent";
  }
}
