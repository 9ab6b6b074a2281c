package io.github.dokuconformance.page.databind.json;

import io.github.dokuconformance.page.databind.JsonNode;
import io.github.dokuconformance.page.databind.cfg.MapperBuilder;
import io.github.dokuconformance.page.databind.node.ArrayNode;
import io.github.dokuconformance.page.databind.node.ObjectNode;
import io.github.dokuconformance.page.databind.node.ValueNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/** Reads a document as a tree, by Jackson's own parser. */
public class JsonMapper {
  private final JsonFactory factory;

  public JsonMapper(JsonFactory factory) {
    this.factory = factory;
  }

  public static Builder builder(JsonFactory factory) {
    return new Builder(factory);
  }

  /** Returns the tree; a name that stands twice and text after the document are errors. */
  public JsonNode readTree(byte[] json) {
    StringReader text = new StringReader(new String(json, StandardCharsets.UTF_8));
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      JsonNode root = parser.nextToken() == null ? missing() : value(parser);
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "text after the document");
      }
      return root;
    }
  }

  private static JsonNode missing() {
    return new ValueNode(JsonNode.Kind.MISSING, "");
  }

  private static JsonNode value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> new ValueNode(JsonNode.Kind.STRING, parser.getString());
      case VALUE_NULL -> new ValueNode(JsonNode.Kind.NULL, "");
      case VALUE_TRUE, VALUE_FALSE -> new ValueNode(JsonNode.Kind.BOOLEAN, parser.getString());
      default -> new ValueNode(JsonNode.Kind.NUMBER, parser.getString());
    };
  }

  private static JsonNode object(JsonParser parser) {
    ObjectNode object = new ObjectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (!object.add(name, value(parser))) {
        throw new StreamReadException(parser, "a name that stands twice");
      }
    }
    return object;
  }

  private static JsonNode array(JsonParser parser) {
    ArrayNode array = new ArrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(parser));
    }
    return array;
  }

  /** As Jackson's. */
  public static class Builder extends MapperBuilder<JsonMapper, Builder> {
    private final JsonFactory factory;

    public Builder(JsonFactory factory) {
      this.factory = factory;
    }

    @Override
    public JsonMapper build() {
      return new JsonMapper(factory);
    }
  }
}
