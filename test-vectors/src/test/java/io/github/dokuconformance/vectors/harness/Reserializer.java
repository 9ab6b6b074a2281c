package io.github.dokuconformance.vectors.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Parses a body and writes it again as another language's JSON library would. */
enum Reserializer {
  /** JSON.stringify(JSON.parse(body)): integer-like names first, numbers as doubles. */
  JAVASCRIPT(",", ":", ""),
  /** json_encode(json_decode($body)): slashes and non-ASCII escaped. */
  PHP(",", ":", "/\u0080"),
  /** The same with JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE, into arrays. */
  PHP_UNESCAPED(",", ":", ""),
  /** json.dumps(json.loads(body)): a space after each separator, non-ASCII escaped. */
  PYTHON(", ", ": ", "\u0080"),
  /** Gson: HTML characters escaped. */
  GSON(",", ":", "<>&='\u2028"),
  /** Any library that sorts names. */
  SORTED(",", ":", "");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build();

  private final String comma;
  private final String colon;

  /** Characters that are escaped; U+0080 stands for all beyond ASCII. */
  private final String escaped;

  Reserializer(String comma, String colon, String escaped) {
    this.comma = comma;
    this.colon = colon;
    this.escaped = escaped;
  }

  /** Returns the body in this library's form, or as it is where it is not JSON. */
  String rewritten(String body) {
    try {
      StringBuilder out = new StringBuilder();
      write(MAPPER.readTree(body), out);
      return out.toString();
    } catch (JacksonException e) {
      return body;
    }
  }

  /** Returns the body without insignificant white space, its tokens as they are. */
  String minified(String body) {
    return body.replaceAll("\\s+(?=([^\"]*\"[^\"]*\")*[^\"]*$)", "");
  }

  String pretty(String body) {
    try {
      return MAPPER
          .writer()
          .with(SerializationFeature.INDENT_OUTPUT)
          .writeValueAsString(MAPPER.readTree(body));
    } catch (JacksonException e) {
      return body;
    }
  }

  private void write(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      writeObject(node, out);
    } else if (node.isArray()) {
      String separator = "[";
      for (JsonNode element : node) {
        out.append(separator);
        write(element, out);
        separator = comma;
      }
      out.append(node.isEmpty() ? "[]" : "]");
    } else if (node.isString()) {
      writeString(node.stringValue(), out);
    } else if (node.isNumber()) {
      out.append(number(node));
    } else {
      out.append(node);
    }
  }

  private void writeObject(JsonNode node, StringBuilder out) {
    if (node.isEmpty()) {
      out.append(this == PHP_UNESCAPED ? "[]" : "{}");
      return;
    }
    String separator = "{";
    for (Map.Entry<String, JsonNode> member : members(node)) {
      out.append(separator);
      writeString(member.getKey(), out);
      out.append(colon);
      write(member.getValue(), out);
      separator = comma;
    }
    out.append("}");
  }

  private List<Map.Entry<String, JsonNode>> members(JsonNode node) {
    List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
    if (this == SORTED) {
      members.sort(Map.Entry.comparingByKey());
    } else if (this == JAVASCRIPT) {
      members.sort(
          Comparator.comparing(
              member ->
                  member.getKey().matches("0|[1-9]\\d{0,9}")
                      ? Long.parseLong(member.getKey())
                      : Long.MAX_VALUE));
    }
    return members;
  }

  private String number(JsonNode node) {
    if (this == PYTHON && node.isIntegralNumber()) {
      return node.toString();
    }
    double value = node.doubleValue();
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    if (whole && (this != PYTHON || node.isIntegralNumber())) {
      return this == PHP && !node.isIntegralNumber() ? value + "" : Long.toString((long) value);
    }
    return Double.toString(value);
  }

  private void writeString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean beyondAscii = c >= 0x80 && escaped.indexOf('\u0080') >= 0;
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '/' && escaped.indexOf('/') >= 0) {
        out.append("\\/");
      } else if (c < 0x20 || beyondAscii || escaped.indexOf(c) >= 0) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
