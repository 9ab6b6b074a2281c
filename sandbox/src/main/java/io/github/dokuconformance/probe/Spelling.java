package io.github.dokuconformance.probe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Ways to write one JSON document; each is legal (RFC 8259) and means the same. */
final class Spelling {
  private static final String PLAIN_TEXT = "MCH-0001-MUR-0001";

  private Spelling() {}

  /** Returns the tree without insignificant white space. */
  static String compact(JsonNode tree) {
    return withText(tree, PLAIN_TEXT);
  }

  /** Returns the tree with that text, written as it shall stand in JSON, for an identifier. */
  static String withText(JsonNode tree, String json) {
    return JsonMapper.shared().writeValueAsString(tree).replace(NotificationForm.TEXT, json);
  }

  /** Returns the tree with a line for each member, as printers for people write it. */
  static String indented(JsonNode tree, String indent, String lineEnd) {
    DefaultIndenter indenter = new DefaultIndenter(indent, lineEnd);
    return JsonMapper.shared()
        .writer()
        .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
        .writeValueAsString(tree)
        .replace(NotificationForm.TEXT, PLAIN_TEXT);
  }

  /** Returns the tree with white space around each sign: the grammar allows it, nobody does it. */
  static String spaced(JsonNode tree) {
    StringBuilder out = new StringBuilder();
    boolean inString = false;
    boolean escaped = false;
    for (char c : compact(tree).toCharArray()) {
      if (c == '"' && !escaped) {
        inString = !inString;
      }
      escaped = c == '\\' && !escaped;
      if (!inString && "{}[]:,".indexOf(c) >= 0) {
        out.append(' ').append(c).append("\t ");
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Returns a copy with the members of each object the other way round. */
  static JsonNode reversed(JsonNode tree) {
    if (!(tree instanceof ObjectNode object)) {
      return tree;
    }
    List<String> names = new ArrayList<>(object.propertyNames());
    Collections.reverse(names);
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    names.forEach(name -> copy.set(name, reversed(object.get(name))));
    return copy;
  }
}
