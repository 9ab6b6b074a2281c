package io.github.dokuconformance.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.schemas.ContractFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite lists every constraint of the contract, so that the lint asks for its cases. */
class ContractConstraintsTest {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** What refuses nothing itself. */
  private static final Set<String> NO_CONSTRAINTS =
      Set.of("$schema", "$comment", "$defs", "$ref", "title", "description", "if");

  private static final Set<String> LIMITS =
      Set.of("maxLength", "minLength", "maximum", "minimum", "maxItems", "minItems");

  private final Set<String> found = new TreeSet<>();

  @Test
  void everyConstraintOfTheContractIsListed() throws IOException {
    names().forEach(name -> collect(name, "", file(name), read(file(name))));

    assertThat(listed()).containsAll(found);
    assertThat(found).hasSizeGreaterThan(2000);
  }

  private static Set<String> listed() throws IOException {
    try (InputStream in =
        ContractConstraintsTest.class.getResourceAsStream("suite/vectors/constraints.json")) {
      return MAPPER
          .readTree(in)
          .required("constraints")
          .valueStream()
          .map(
              row ->
                  line(
                      row.required("schema").stringValue(),
                      row.required("pointer").stringValue(),
                      row.required("keyword").stringValue(),
                      row.has("member") ? row.path("member") : row.path("value")))
          .collect(Collectors.toSet());
    }
  }

  /** Two limits at one place are two constraints; of another keyword, there is one at a place. */
  private static String line(String schema, String pointer, String keyword, JsonNode value) {
    boolean told = keyword.equals("required") || LIMITS.contains(keyword);
    return schema + " " + pointer + " " + keyword + (told ? " " + value : "");
  }

  private static Stream<String> names() {
    JsonNode document = read("openapi.json");
    Stream<String> operations =
        Stream.of("paths", "webhooks")
            .flatMap(part -> document.path(part).findValuesAsString("operationId").stream())
            .flatMap(id -> Stream.of(id + ".request", id + ".response"))
            .filter(name -> ContractFiles.has(file(name)));
    return Stream.concat(
        operations,
        Stream.of(
            "headers.request",
            "headers.response",
            "headers.notification",
            "headers.snap",
            "headers.snap-token",
            "errors.response",
            "snap.error.response"));
  }

  private static String file(String name) {
    String[] words = name.split("\\.", 2);
    return name.equals("errors.response")
        ? "json/error-response.schema.json"
        : "json/" + words[0] + "/" + words[1].replace('.', '-') + ".schema.json";
  }

  private void collect(String name, String pointer, String file, JsonNode schema) {
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String keyword = entry.getKey();
      JsonNode value = entry.getValue();
      switch (keyword) {
        case "properties" ->
            value
                .properties()
                .forEach(it -> collect(name, pointer + "/" + it.getKey(), file, it.getValue()));
        case "items" -> collect(name, pointer + "/*", file, value);
        case "then", "else" -> collect(name, pointer, file, value);
        case "allOf" -> value.forEach(each -> collect(name, pointer, file, each));
        case "required" -> value.forEach(it -> found.add(line(name, pointer, keyword, it)));
        case "$ref" -> follow(name, pointer, file, value.stringValue());
        default -> {
          if (!NO_CONSTRAINTS.contains(keyword)) {
            found.add(line(name, pointer, keyword, value));
          }
        }
      }
    }
  }

  private void follow(String name, String pointer, String file, String reference) {
    String[] parts = reference.split("#", 2);
    String target =
        parts[0].isEmpty()
            ? file
            : Path.of(file).resolveSibling(parts[0]).normalize().toString().replace('\\', '/');
    JsonNode schema = read(target);
    collect(
        name,
        pointer,
        target,
        parts.length > 1 ? schema.at(JsonPointer.compile(parts[1])) : schema);
  }

  private static JsonNode read(String path) {
    try (InputStream in = ContractFiles.open(path)) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
