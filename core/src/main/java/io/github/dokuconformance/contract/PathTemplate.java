package io.github.dokuconformance.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of OpenAPI, with parameters in braces; each stands for one or more characters of one
 * segment.
 */
final class PathTemplate {
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");

  private final String text;

  /** What stands before the first parameter: most paths differ there already. */
  private final String start;

  private final List<String> parameters = new ArrayList<>();
  private final @Nullable Pattern pattern;

  PathTemplate(String text) {
    this.text = text;
    this.start = text.indexOf('{') < 0 ? text : text.substring(0, text.indexOf('{'));
    StringBuilder regex = new StringBuilder();
    Matcher matcher = PARAMETER.matcher(text);
    int end = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(text.substring(end, matcher.start()))).append("([^/]+)");
      parameters.add(matcher.group(1));
      end = matcher.end();
    }
    regex.append(Pattern.quote(text.substring(end)));
    this.pattern = parameters.isEmpty() ? null : Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  boolean hasParameters() {
    return pattern != null;
  }

  /** Returns the parameters of a raw path, undecoded; empty where the path is another one. */
  Optional<Map<String, String>> match(String raw) {
    if (pattern == null) {
      return !text.isEmpty() && text.equals(raw) ? Optional.of(Map.of()) : Optional.empty();
    }
    Matcher matcher = pattern.matcher(raw);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      values.put(parameters.get(i), matcher.group(i + 1));
    }
    return Optional.of(values);
  }

  boolean matches(String raw) {
    return pattern == null
        ? !text.isEmpty() && text.equals(raw)
        : raw.startsWith(start) && pattern.matcher(raw).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
