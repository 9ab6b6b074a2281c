package io.github.dokuconformance.cli.stored;

import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** What the files of a stored run are made of. */
final class Members {
  /** In ASCII, so that a name of a file that is no UTF-8 survives. */
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Members() {}

  /** Returns an object on one line, without its end. */
  static String line(Consumer<JsonGenerator> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      members.accept(json);
      json.writeEndObject();
    }
    return text.toString();
  }

  static void texts(String name, Map<String, String> texts, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    texts.forEach(json::writeStringProperty);
    json.writeEndObject();
  }

  static void texts(String name, Collection<String> texts, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  static Map<String, String> texts(JsonCursor json) throws JsonInputException {
    Map<String, String> texts = new LinkedHashMap<>();
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      texts.put(name, json.string());
    }
    return texts;
  }

  static List<String> list(JsonCursor json) throws JsonInputException {
    List<String> list = new ArrayList<>();
    json.enterArray();
    while (json.nextElement()) {
      list.add(json.string());
    }
    return list;
  }

  static String required(Map<String, String> texts, String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("there is no " + name);
    }
    return text;
  }

  static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the constant that {@link #id} names so.
   *
   * @throws IllegalArgumentException if there is none
   */
  static <E extends Enum<E>> E constant(Class<E> type, String id) {
    return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
  }
}
