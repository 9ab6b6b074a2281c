package io.github.dokuconformance.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SchemaFilesTest {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  // A basis, a source by name, and where in it; or, for what nobody says, the reason.
  private static final Pattern COMMENT_PART =
      Pattern.compile(
          "(?:documented|observed|derived): (?:"
              + Contract.sourceNames().stream().map(Pattern::quote).collect(Collectors.joining("|"))
              + ")(?:[,:( ].+)?|assumed: .+");

  static List<String> files() {
    return Contract.files("json");
  }

  @ParameterizedTest
  @MethodSource("files")
  void isValidJsonSchema(String file) {
    JsonNode schema = Contract.read(file);

    assertThat(schema.at("/$schema").stringValue()).isEqualTo(DIALECT);
    assertThat(faults(schema)).isEmpty();
  }

  @Test
  void malformedSchemaIsFound() {
    String schema = "{\"properties\":{\"amount\":{\"type\":\"rupiah\",\"maxLength\":\"12\"}}}";

    assertThat(faults(Contract.MAPPER.readTree(schema))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyPropertyIsDescribedWithItsSource(String file) {
    List<String> lacking = new ArrayList<>();

    visit(
        "",
        Contract.read(file),
        (place, schema) -> {
          boolean sourced = describes(schema.path("$comment").asString(""));
          if (!sourced || schema.path("description").asString("").isBlank()) {
            lacking.add(place + " " + schema.path("$comment"));
          }
        });
    for (JsonNode condition : Contract.read(file).findValues("allOf")) {
      for (JsonNode each : condition) {
        if (!describes(each.path("$comment").asString(""))) {
          lacking.add("/allOf " + each.path("$comment"));
        }
      }
    }

    assertThat(lacking).isEmpty();
  }

  @Test
  void sourceThatNobodyCanFollowIsFound() {
    assertThat(describes("documented: developers.doku.com, Akulaku, cancel request table"))
        .isTrue();
    assertThat(describes("documented: some page")).isFalse();
    assertThat(describes("rumoured: developers.doku.com, Akulaku")).isFalse();
    assertThat(describes("")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("files")
  void letsUnknownFieldsPassAndHasNoAddressOfItsOwn(String file) {
    // DOKU may add fields; and an $id would tie the relative references to one address.
    assertThat(Contract.read(file).findValues("additionalProperties")).isEmpty();
    assertThat(Contract.read(file).findValues("unevaluatedProperties")).isEmpty();
    assertThat(Contract.read(file).findValues("$id")).isEmpty();
  }

  private static List<Error> faults(JsonNode schema) {
    return Contract.registry().getSchema(SchemaLocation.of(DIALECT)).validate(schema);
  }

  private static boolean describes(String comment) {
    return Pattern.compile("; (?=documented: |observed: |derived: |assumed: )")
        .splitAsStream(comment)
        .allMatch(part -> COMMENT_PART.matcher(part).matches());
  }

  private static void visit(String at, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
    for (String keyword : List.of("properties", "$defs")) {
      for (Map.Entry<String, JsonNode> named : schema.path(keyword).properties()) {
        String place = at + "/" + keyword + "/" + named.getKey();
        visitor.accept(place, named.getValue());
        visit(place, named.getValue(), visitor);
      }
    }
    if (schema.has("items")) {
      visit(at + "/items", schema.get("items"), visitor);
    }
  }
}
