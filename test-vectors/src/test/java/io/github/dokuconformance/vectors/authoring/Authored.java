package io.github.dokuconformance.vectors.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The authored data: what people write, from which the vector files are made. */
final class Authored {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Path directory;
  private final Map<String, JsonNode> files = new LinkedHashMap<>();

  private Authored(Path directory) {
    this.directory = directory;
  }

  /**
   * Reads the authored files of a directory.
   *
   * @throws IllegalArgumentException if one is not JSON; the message names file and line
   */
  static Authored read(Path directory) throws IOException {
    Authored authored = new Authored(directory);
    for (String name :
        List.of(
            "suite",
            "keys",
            "flags",
            "bodies",
            "messages",
            "digest",
            "positives",
            "negatives",
            "validate",
            "snap",
            "constraints")) {
      authored.files.put(name, parse(directory.resolve(name + ".json")));
    }
    return authored;
  }

  private static JsonNode parse(Path file) throws IOException {
    try {
      return MAPPER.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          file + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** Returns a file's root. */
  JsonNode file(String name) {
    JsonNode file = files.get(name);
    if (file == null) {
      throw new IllegalArgumentException("no such authored file: " + name);
    }
    return file;
  }

  List<ObjectNode> list(String name) {
    List<ObjectNode> list = new ArrayList<>();
    file(name).forEach(node -> list.add((ObjectNode) node));
    return list;
  }

  ObjectNode entry(String file, String name) {
    if (file(file).get(name) instanceof ObjectNode entry) {
      return entry;
    }
    throw new IllegalArgumentException(
        "expected a name that stands in " + directory.resolve(file + ".json") + ", got: " + name);
  }

  ObjectNode key(String name) {
    if (file("keys").required("keys").get(name) instanceof ObjectNode key) {
      return key;
    }
    throw new IllegalArgumentException(
        "expected a key that stands in " + directory.resolve("keys.json") + ", got: " + name);
  }

  byte[] secret(String key) {
    return key(key).required("secret").required("utf8").stringValue().getBytes(UTF_8);
  }

  /** Returns a body that is given by its name or in full. */
  Body body(JsonNode nameOrForm) {
    return Body.of(
        nameOrForm instanceof ObjectNode form ? form : entry("bodies", nameOrForm.stringValue()));
  }

  /** Returns {@code {"body": name}} as the body of that name, and any other object as it is. */
  ObjectNode named(ObjectNode form) {
    return form.has("body") ? entry("bodies", form.required("body").stringValue()) : form;
  }
}
