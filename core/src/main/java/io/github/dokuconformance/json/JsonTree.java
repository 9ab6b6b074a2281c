package io.github.dokuconformance.json;

import io.github.dokuconformance.message.Body;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;

/**
 * Reads and writes JSON of our own: the files that come with the program, the bodies that it makes.
 *
 * <p>It does without a mapper, whose classes take a good part of the time in which a program
 * starts.
 */
public final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build();

  private JsonTree() {}

  /**
   * Reads a file that comes with the program, and closes it.
   *
   * @throws IllegalStateException if it is no JSON
   */
  public static JsonNode read(InputStream file) {
    try (file) {
      JsonBody json = JsonBody.read(Body.of(file.readAllBytes()));
      return json.root().orElseThrow(() -> new IllegalStateException(json.issues().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a tree without white space. */
  public static Body write(JsonNode tree) {
    return write(json -> write(tree, json));
  }

  /** Writes what is told, without white space. */
  public static Body write(Consumer<JsonGenerator> content) {
    Bytes out = new Bytes();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
      content.accept(json);
    }
    return out.toBody();
  }

  private static void write(JsonNode node, JsonGenerator json) {
    switch (node.getNodeType()) {
      case OBJECT -> {
        json.writeStartObject();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
          json.writeName(member.getKey());
          write(member.getValue(), json);
        }
        json.writeEndObject();
      }
      case ARRAY -> {
        json.writeStartArray();
        node.forEach(element -> write(element, json));
        json.writeEndArray();
      }
      case STRING -> json.writeString(node.asString());
      case NUMBER -> number(node, json);
      case BOOLEAN -> json.writeBoolean(node.asBoolean());
      case NULL -> json.writeNull();
      default -> throw new IllegalArgumentException("expected JSON, got " + node.getNodeType());
    }
  }

  /** Gathers a body's bytes, to be copied but once. */
  private static final class Bytes extends ByteArrayOutputStream {
    Body toBody() {
      return Body.of(buf, 0, count);
    }
  }

  private static void number(JsonNode node, JsonGenerator json) {
    if (node.isInt() || node.isLong()) {
      json.writeNumber(node.longValue());
    } else if (node.isIntegralNumber()) {
      json.writeNumber(node.bigIntegerValue());
    } else {
      json.writeNumber(node.decimalValue());
    }
  }
}
