package io.github.dokuconformance.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas of the suite's files and of the adapter protocol. Thread-safe. */
public enum FormatSchema {
  VECTORS,
  MANIFEST,
  KEYS,
  CONSTRAINTS,
  ADAPTER_MESSAGE,
  REPORT,
  EXPECTED_FAILURES;

  private static final Map<FormatSchema, Schema> COMPILED = new ConcurrentHashMap<>();

  /** Returns the name of the schema's file, such as {@code adapter-message.schema.json}. */
  public String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".schema.json";
  }

  /** Returns what is wrong with a document: one line each, with its JSON pointer. */
  public List<String> violations(JsonNode document) {
    return COMPILED.computeIfAbsent(this, FormatSchema::compile).validate(document).stream()
        .map(error -> pointer(error.getInstanceLocation().toString()) + ": " + error.getMessage())
        .toList();
  }

  private static String pointer(String location) {
    return location.isEmpty() ? "/" : location;
  }

  private Schema compile() {
    try {
      String text = new String(SuiteSource.bundled().read("schema/" + fileName()), UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException("schema/" + fileName() + " is missing in this jar", e);
    }
  }
}
