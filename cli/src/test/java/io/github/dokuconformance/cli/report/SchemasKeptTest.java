package io.github.dokuconformance.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON that programs read from us, or write for us, takes nothing back of what a kept copy of
 * its schema says.
 *
 * <p>On purpose: raise the first number of its version, and copy it over the kept one. For an
 * addition the second.
 */
class SchemasKeptTest {
  private static final Path KEPT = Path.of("src/test/resources/kept");

  enum Form {
    REPORT_OF_CHECK("src/main/resources/io/github/dokuconformance/cli/report/check-report", true),
    REPORT_OF_EXPLAIN(
        "src/main/resources/io/github/dokuconformance/cli/report/explain-report", true),
    REPORT_OF_PROBES("src/main/resources/io/github/dokuconformance/cli/report/probe-report", true),
    REPORT_OF_VECTORS("../test-vectors/schema/report", true),
    EXCHANGE("../schemas/exchange", false),
    MESSAGE_OF_ADAPTERS("../test-vectors/schema/adapter-message", false),
    EXPECTED_FAILURES("../test-vectors/schema/expected-failures", false);

    private final Path file;
    private final boolean isRead;

    Form(String file, boolean isRead) {
      this.file = Path.of(file + ".schema.json");
      this.isRead = isRead;
    }

    JsonNode now() throws IOException {
      return json(Files.readString(file));
    }

    JsonNode kept() throws IOException {
      return json(Files.readString(KEPT.resolve(file.getFileName())));
    }

    List<String> broken(JsonNode kept, JsonNode now) {
      return isRead
          ? SchemaChange.breakingReaders(kept, now)
          : SchemaChange.breakingWriters(kept, now);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesNothingBack(Form form) throws IOException {
    assertThat(form.broken(form.kept(), form.now())).isEmpty();
    assertThat(form.now().path("$comment").asString()).matches("version [0-9]+\\.[0-9]+");
  }

  /** An addition too has a version of its own, and from then on is kept itself. */
  @ParameterizedTest
  @EnumSource
  void keepsTheNewestVersion(Form form) throws IOException {
    assertThat(withoutProse(form.now())).isEqualTo(withoutProse(form.kept()));
  }

  /** What comes instead of a part of the report's schema, and what that breaks. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"exchanges\": {\"type\": \"array\" | \"exchange\": {\"type\": \"array\" | /: no member exchanges any more",
        "\"verdict\", \"checked\" | \"checked\" | /: a member that may be absent now",
        "\"nothing-checked\"] | \"nothing-checked\", \"maybe\"] | /verdict: more values by enum",
        "\"exchanges\": {\"type\": \"array\" | \"exchanges\": {\"type\": [\"array\", \"null\"] | /exchanges: more values by type",
        "\"ignored\": {\"$ref\" | \"left\": {\"$ref\" | /findings: no member ignored any more"
      })
  void seesWhatWouldBreakAReader(String part, String instead, String broken) throws IOException {
    String text = Files.readString(Form.REPORT_OF_CHECK.file);
    assertThat(text).contains(part);
    JsonNode changed = json(text.replace(part, instead));

    assertThat(Form.REPORT_OF_CHECK.broken(json(text), changed)).contains(broken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"required\": [\"request\"] | \"required\": [\"request\", \"operation\"] | /: a member that must be there now",
        "\"recordedAt\": { | \"recorded\": { | /: no member recordedAt any more",
        "+-]\\d\\d:\\d\\d)$ | +-]\\d\\d\\d\\d)$ | /recordedAt: another pattern",
        "\"required\": [\"target\"] | \"required\": [\"to\"] | /request: another oneOf"
      })
  void seesWhatWouldBreakAWriter(String part, String instead, String broken) throws IOException {
    String text = Files.readString(Form.EXCHANGE.file);
    String escaped = part.replace("\\d", "\\\\d");
    assertThat(text).contains(escaped);
    JsonNode changed = json(text.replace(escaped, instead.replace("\\d", "\\\\d")));

    assertThat(Form.EXCHANGE.broken(json(text), changed)).contains(broken);
  }

  /** One more member breaks nobody, nor does another word to people. */
  @ParameterizedTest
  @ValueSource(strings = {"\"more\": {}, \"exchanges\"", "\"exchanges\""})
  void letsAdditionsAndProseBe(String instead) throws IOException {
    String text = Files.readString(Form.REPORT_OF_CHECK.file);
    JsonNode changed =
        json(
            text.replaceFirst("\"exchanges\"(?=: )", instead.replace("$", "\\$"))
                .replace("Left out by --ignore.", "Other words."));

    assertThat(SchemaChange.breakingReaders(json(text), changed)).isEmpty();
  }

  @Test
  void isNarrowerForWritersOnly() {
    JsonNode wide = json("{\"enum\": [\"a\", \"b\"]}");
    JsonNode narrow = json("{\"enum\": [\"a\"]}");

    assertThat(SchemaChange.breakingReaders(wide, narrow)).isEmpty();
    assertThat(SchemaChange.breakingWriters(wide, narrow))
        .containsExactly("/: fewer values by enum");
    assertThat(SchemaChange.breakingWriters(narrow, wide)).isEmpty();
    assertThat(SchemaChange.breakingWriters(json("{}"), narrow)).isNotEmpty();
    assertThat(SchemaChange.breakingReaders(narrow, json("{}"))).isNotEmpty();
  }

  /** Takes away what is for people, of whom nobody compares it. */
  private static JsonNode withoutProse(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    for (JsonNode parent : copy.findParents("description")) {
      if (parent instanceof ObjectNode object && object.path("description").isString()) {
        object.remove("description");
      }
    }
    ((ObjectNode) copy).remove("title");
    return copy;
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
