package io.github.dokuconformance.sandbox.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * JSON with names in braces where values are to stand.
 *
 * <p>A string that is one name becomes its value, whatever its type; in a longer string the values
 * stand as text. What has no value is left out: a member, an object of which nothing is left, an
 * item of a list that would lack a member.
 */
public final class Template {
  private static final Pattern NAME = Pattern.compile("\\{([^{}]+)\\}");

  private Template() {}

  /** Returns what the template becomes; nothing where nothing is left of it. */
  public static Optional<JsonNode> render(JsonNode template, Values values) {
    if (template.isObject()) {
      return object(template, values).filter(object -> template.isEmpty() || !object.isEmpty());
    }
    if (template.isArray()) {
      return Optional.of(list(template, values));
    }
    return template.isString() ? text(template, values) : Optional.of(template);
  }

  private static Optional<JsonNode> object(JsonNode template, Values values) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : template.properties()) {
      render(member.getValue(), values).ifPresent(value -> object.set(member.getKey(), value));
    }
    return Optional.of(object);
  }

  private static JsonNode list(JsonNode template, Values values) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (JsonNode item : template) {
      render(item, values).filter(made -> made.size() == item.size()).ifPresent(list::add);
    }
    return list;
  }

  private static Optional<JsonNode> text(JsonNode template, Values values) {
    String text = template.asString();
    if (text.indexOf('{') < 0) {
      return Optional.of(template);
    }
    int end = text.length() - 1;
    if (end > 1 && text.startsWith("{") && text.indexOf('}') == end && text.lastIndexOf('{') == 0) {
      return values.value(text.substring(1, end));
    }
    Matcher names = NAME.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      Optional<JsonNode> value = values.value(names.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      names.appendReplacement(filled, Matcher.quoteReplacement(value.get().asString()));
    }
    return Optional.of(StringNode.valueOf(names.appendTail(filled).toString()));
  }

  /** Returns the names that stand in it. */
  static List<String> names(JsonNode template) {
    List<String> names = new ArrayList<>();
    collect(template, names::add);
    return names;
  }

  private static void collect(JsonNode template, Consumer<String> found) {
    if (template.isString()) {
      NAME.matcher(template.asString()).results().forEach(name -> found.accept(name.group(1)));
    }
    template.forEach(each -> collect(each, found));
  }
}
