package io.github.dokuconformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Mutations;
import io.github.dokuconformance.check.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The quick answer is never another than the validator's. */
class SchemaOutlineTest {
  private static final SchemaCheck CHECK = SchemaCheck.bundled();
  private static final int MUTATIONS_OF_EACH = 400;

  record Example(String schema, String file) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Example> examples() {
    return Samples.index().stream()
        .map(
            entry ->
                new Example(
                    entry.path("schema").asString(),
                    entry.path("file").asString().substring("examples/".length())));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void agreesOnEachExampleAndItsMutations(Example example) {
    JsonNode original = Samples.json(example.file());
    Random random = new Random(example.file().hashCode());
    assertAgrees(example.schema(), original);

    for (int i = 0; i < MUTATIONS_OF_EACH; i++) {
      assertAgrees(example.schema(), Mutations.of(original, random));
    }
  }

  /** Few messages have a null, so the outline leaves them to the validator. */
  private static final String WITH_NULLS = "snap.va.status/request-adapted.json";

  @Test
  void isSureOfEachExampleButErrorsAndNumbersThatAreNoIntegers() {
    List<String> unsure = new ArrayList<>();
    examples()
        .filter(example -> !sure(example.schema(), Samples.json(example.file())))
        .forEach(example -> unsure.add(example.file()));

    List<String> slips =
        Samples.slips().stream()
            .map(slip -> slip.path("file").asString().substring("examples/".length()))
            .toList();
    assertThat(unsure)
        .allMatch(
            file -> file.contains("errors/") || slips.contains(file) || file.equals(WITH_NULLS));
  }

  @Test
  void isNotSureOfTextWithALineEndThatJavaWouldPassOver() {
    for (String end : List.of("\\n", "\\r", "\\r\\n", "\\u0085", "\\u2028", "\\u2029")) {
      JsonNode body = Samples.parse("\"6281122334455" + end + "\"");
      SchemaOutline outline =
          SchemaOutline.read("x", Samples.parse("{\"pattern\":\"^[1-9][0-9]*$\"}"), path -> body);

      assertThat(outline.surelyConforms(body)).isFalse();
    }
  }

  @Test
  void isNotSureOfKeywordsBesideAReference() {
    JsonNode target = Samples.parse("{\"type\":\"string\"}");
    JsonNode schema = Samples.parse("{\"$ref\":\"y\",\"type\":\"integer\"}");

    SchemaOutline outline = SchemaOutline.read("x", schema, path -> target);

    assertThat(outline.surelyConforms(Samples.parse("1"))).isFalse();
    assertThat(outline.surelyConforms(Samples.parse("\"a\""))).isFalse();
  }

  @Test
  void validatorTakesEveryNumber() {
    for (String number :
        List.of("1e19", "-1e19", "1e1000000000", "1e400", "12345678901234567890.5")) {
      JsonNode body = Samples.parse("{\"order\":{\"amount\":" + number + "},\"transaction\":{}}");

      List<SchemaViolation> violations =
          CHECK.validate("json/orders/check-status-response.schema.json", body);

      assertThat(violations).isNotEmpty().allMatch(v -> v.pointer().equals("/order/amount"));
      assertThat(violations).allMatch(v -> v.got().length() < 40);
    }
  }

  @Test
  void wholeDecimalsAreIntegers() {
    for (String number : List.of("1.0", "9e4", "90000.00", "999999999999.0")) {
      JsonNode body = Samples.parse("{\"order\":{\"amount\":" + number + "},\"transaction\":{}}");

      assertThat(CHECK.check("json/orders/check-status-response.schema.json", body)).isEmpty();
    }
  }

  private static void assertAgrees(String schema, JsonNode value) {
    if (sure(schema, value)) {
      assertThat(CHECK.validate(schema, value)).as(() -> abbreviated(value)).isEmpty();
    }
    boolean plain = CHECK.conformity(schema, value) == Conformity.PLAIN;
    assertThat(plain)
        .as(() -> abbreviated(value))
        .isEqualTo(sure(schema, value) && CHECK.unknownFields(schema, value).isEmpty());
  }

  private static boolean sure(String schema, JsonNode value) {
    return CHECK.outline(schema).surelyConforms(value);
  }

  private static String abbreviated(JsonNode value) {
    String text = JsonMapper.shared().writeValueAsString(Map.of("value", value));
    return text.substring(0, Math.min(2000, text.length()));
  }
}
