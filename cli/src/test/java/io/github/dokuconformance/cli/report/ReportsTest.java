package io.github.dokuconformance.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.dokuconformance.cli.CliRun;
import io.github.dokuconformance.cli.ReportForms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports of all examples hold to the schemas of their forms. */
class ReportsTest {
  private static final Path EXAMPLES = Path.of("../examples");

  @TempDir Path folder;

  private static Object[] command(String format) throws IOException {
    try (Stream<Path> broken = Files.list(EXAMPLES.resolve("broken"));
        Stream<Path> conformant = Files.list(EXAMPLES.resolve("conformant"))) {
      return Stream.of(
              Stream.of("check", "--coverage", "--verbose", "--format", format),
              Stream.of("/nowhere/a.http"),
              broken.sorted(),
              conformant.sorted())
          .flatMap(parts -> parts)
          .toArray();
    }
  }

  private static String report(String format) throws IOException {
    return CliRun.withSecret(command(format));
  }

  @Test
  void sarifIsValidUnderTheOfficialSchema() throws IOException {
    ReportForms.assertValid(
        "/sarif/sarif-2.1.0-rtm.5.json", SpecificationVersion.DRAFT_4, report("sarif"));
  }

  @Test
  void sarifTellsEachCodeAndLinksIt() throws IOException {
    JsonNode run = JsonMapper.shared().readTree(report("sarif")).at("/runs/0");
    JsonNode rules = run.at("/tool/driver/rules");

    assertThat(rules.valueStream().map(rule -> rule.path("id").asString()))
        .containsExactlyInAnyOrderElementsOf(
            new TreeSet<>(Codes.all().stream().map(type -> type.code()).toList()));
    assertThat(rules)
        .allSatisfy(
            rule ->
                assertThat(rule.path("helpUri").asString())
                    .endsWith("docs/codes.md#" + rule.path("id").asString()));
    assertThat(run.path("results"))
        .isNotEmpty()
        .allSatisfy(
            result ->
                assertThat(rules.path(result.path("ruleIndex").asInt()).path("id"))
                    .isEqualTo(result.path("ruleId")));
    assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    assertThat(run.path("columnKind").asString()).isEqualTo("utf16CodeUnits");
  }

  @Test
  void jsonIsValidUnderThePublishedSchema() throws IOException {
    ReportForms.assertValid(
        "/io/github/dokuconformance/cli/report/check-report.schema.json",
        SpecificationVersion.DRAFT_2020_12,
        report("json"));
  }

  @Test
  void theSchemaOfJsonRefusesWhatIsNoReport() throws IOException {
    String report = report("json");
    try (InputStream in = ReportsTest.class.getResourceAsStream("check-report.schema.json")) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(new String(in.readAllBytes(), UTF_8));
      for (String[] change :
          List.of(
              new String[] {"\"not-conformant\"", "\"maybe\""},
              new String[] {"\"severity\":\"error\"", "\"severity\":\"fatal\""},
              new String[] {"\"checked\":", "\"cheked\":"})) {
        JsonNode changed = JsonMapper.shared().readTree(report.replace(change[0], change[1]));
        assertThat(schema.validate(changed)).as(change[1]).isNotEmpty();
      }
    }
  }

  @Test
  void junitIsValidUnderSurefiresSchemaAndCountsItsCases() throws Exception {
    Element suite = ReportForms.suite(report("junit"));

    assertThat(Integer.parseInt(suite.getAttribute("failures"))).isEqualTo(11);
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
  }

  @Test
  void everyFormNamesTheSameCodes() throws IOException {
    JsonNode json = JsonMapper.shared().readTree(report("json"));
    TreeSet<String> codes = new TreeSet<>();
    json.path("exchanges")
        .forEach(e -> e.path("findings").forEach(f -> codes.add(f.path("code").asString())));

    assertThat(codes).hasSizeGreaterThan(10);
    for (String format : List.of("text", "jsonl", "junit", "sarif", "markdown", "html", "github")) {
      assertThat(report(format)).as(format).contains(codes);
    }
  }

  @Test
  void noFormShowsTheSecret() throws IOException {
    for (ReportFormat format : ReportFormat.values()) {
      assertThat(report(format.toString()))
          .as("%s", format)
          .isNotBlank()
          .doesNotContain("SK-TEST-merchant-NOT-A-SECRET");
    }
  }

  @Test
  void annotationsAndMarkdownTakeHostileTextAsText() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a,b:c.http"),
            "POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1\n\n"
                + "{\"a|b`<img src=x>\\n::error::%0A\":1,\"order\":{\"amount\":\"](http://evil.example)\"}}");

    String github = CliRun.out("check", "--format", "github", file);
    String markdown = CliRun.out("check", "--format", "markdown", "--fail-on", "note", file);

    assertThat(github.lines())
        .allMatch(line -> line.matches("::(error|warning|notice) file=\\S+::.*"));
    assertThat(github).contains("a%2Cb%3Ac.http").contains("%250A");
    assertThat(markdown).contains("&#60;img src=x&#62;").doesNotContain("<img", "](http://evil");
    assertThat(markdown.lines().filter(line -> line.startsWith("| <code>")))
        .isNotEmpty()
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 5);
  }
}
