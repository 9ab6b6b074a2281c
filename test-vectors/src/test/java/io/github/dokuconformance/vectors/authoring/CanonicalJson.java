package io.github.dokuconformance.vectors.authoring;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes JSON in the one form that vector files have, so that bytes can be compared.
 *
 * <p>Two spaces, LF, ASCII alone, members in the order given, an array of plain values on one line.
 */
final class CanonicalJson {
  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  static byte[] write(JsonNode document) {
    CanonicalJson json = new CanonicalJson();
    json.value(document, 0);
    return json.out.append('\n').toString().getBytes(US_ASCII);
  }

  private void value(JsonNode node, int depth) {
    if (node.isObject() && !node.isEmpty()) {
      object(node, depth);
    } else if (node.isArray() && !node.isEmpty()) {
      array(node, depth);
    } else if (node.isString()) {
      string(node.stringValue());
    } else {
      out.append(node);
    }
  }

  private void object(JsonNode node, int depth) {
    out.append('{');
    Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator();
    while (members.hasNext()) {
      Map.Entry<String, JsonNode> member = members.next();
      line(depth + 1);
      string(member.getKey());
      out.append(": ");
      value(member.getValue(), depth + 1);
      out.append(members.hasNext() ? "," : "");
    }
    line(depth);
    out.append('}');
  }

  private void array(JsonNode node, int depth) {
    boolean plain = node.valueStream().noneMatch(JsonNode::isContainer);
    out.append('[');
    for (int i = 0; i < node.size(); i++) {
      if (!plain) {
        line(depth + 1);
      }
      value(node.get(i), depth + 1);
      out.append(i == node.size() - 1 ? "" : plain ? ", " : ",");
    }
    if (!plain) {
      line(depth);
    }
    out.append(']');
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int shortForm = "\"\\\b\f\n\r\t".indexOf(c);
      if (shortForm >= 0) {
        out.append('\\').append("\"\\bfnrt".charAt(shortForm));
      } else if (c < 0x20 || c > 0x7e) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
