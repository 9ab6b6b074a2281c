package io.github.dokuconformance.vectors;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the suite's JSON strictly: no repeated members, nothing after the end, shape as schema. */
final class SuiteJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private SuiteJson() {}

  static ObjectNode read(SuiteSource source, String path, FormatSchema schema)
      throws SuiteException {
    ObjectNode document = parse(readBytes(source, path), path);
    List<String> violations = schema.violations(document);
    if (!violations.isEmpty()) {
      throw new SuiteException(path, "", violations.get(0) + more(violations.size() - 1));
    }
    return document;
  }

  static byte[] readBytes(SuiteSource source, String path) throws SuiteException {
    try {
      return source.read(path);
    } catch (NoSuchFileException e) {
      throw new SuiteException(
          path,
          "",
          "there is no such file; a suite is a directory that holds vectors/manifest.json and the"
              + " files that it names");
    } catch (IOException e) {
      throw new SuiteException(path, "", "could not be read: " + e.getMessage());
    }
  }

  static ObjectNode parse(byte[] bytes, String path) throws SuiteException {
    JsonNode node;
    try {
      node = MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      String place =
          e.getLocation() == null
              ? ""
              : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
      throw new SuiteException(path, place, "not JSON: " + firstLine(e.getOriginalMessage()));
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new SuiteException(path, "", "expected a JSON object, got: " + node.getNodeType());
  }

  static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::stringValue).toList();
  }

  private static String more(int count) {
    return count == 0 ? "" : " (and " + count + " more; run lint to see all)";
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
