package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.report.BaselineTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is accepted passes; what is accepted for nothing does not. */
class BaselineTest {
  private static final String ENTRY =
      "{\"code\":\"amount.sum\",\"operation\":\"akulaku.generate-order\",\"part\":\"request\","
          + "\"at\":\"/order/amount\",\"reason\":\"fixed in release 7\"";

  @TempDir Path folder;
  private Path recording;
  private Path baseline;

  @BeforeEach
  void record() throws IOException {
    recording = folder.resolve("order.http");
    baseline = folder.resolve("baseline.json");
    Files.copy(Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http"), recording);
  }

  private void mend() throws IOException {
    Files.writeString(
        recording, Files.readString(recording).replace("\"amount\": 99000", "\"amount\": 90000"));
  }

  private void accept(String... entries) throws IOException {
    Files.writeString(baseline, "{\"accepted\":[" + String.join(",", entries) + "]}");
  }

  private Cli.Result check(Object... more) {
    Object[] args =
        Stream.of(
                Stream.of("check", "--format", "json", "--baseline", baseline),
                Stream.of(more),
                Stream.of(recording))
            .flatMap(parts -> parts)
            .toArray();
    // Without a secret: mending the amount would break the signature.
    return Cli.run(Map.of(), "", args);
  }

  private static List<String> problems(Cli.Result result) {
    return JsonMapper.shared()
        .readTree(result.out())
        .path("problems")
        .valueStream()
        .map(problem -> problem.path("code").asString())
        .toList();
  }

  @Test
  void isRedThenGreenThenRedAgainWhenTheFindingIsMended() throws IOException {
    assertThat(Cli.run(Map.of(), "", "check", recording).code()).isEqualTo(ExitCode.NOT_CONFORMANT);

    accept(ENTRY + "}");
    Cli.Result accepted = check();
    assertThat(accepted.code()).isEqualTo(ExitCode.CONFORMANT);
    JsonNode report = JsonMapper.shared().readTree(accepted.out());
    assertThat(report.at("/findings/accepted").asInt()).isEqualTo(1);
    assertThat(report.at("/exchanges/0/findings/0/accepted").asString())
        .isEqualTo("fixed in release 7");

    mend();
    Cli.Result stale = check();
    assertThat(stale.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(problems(stale)).containsExactly("baseline.stale");
    assertThat(stale.out()).contains(BaselineTypes.EXAMPLES.get("baseline.stale"));
  }

  @Test
  void failsOnAnEntryOfAnOperationThatWasNotChecked() throws IOException {
    accept(ENTRY + "}", ENTRY.replace("generate-order", "refund") + "}");

    Cli.Result result = check();

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(problems(result)).containsExactly("baseline.unmatched");
  }

  @Test
  void letsBeWhatAPartOfTheRecordingsDoesNotMeet() throws IOException {
    String other = ENTRY.replace("generate-order", "refund") + "}";
    accept(ENTRY + ",\"until\":\"2026-01-30\"}", other);
    assertThat(problems(check("--baseline-partial"))).containsExactly("baseline.expired");

    accept(ENTRY + "}", other);
    mend();
    assertThat(check("--baseline-partial").code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(problems(check())).containsExactly("baseline.stale", "baseline.unmatched");

    String before = Files.readString(baseline);
    Cli.Result updated = check("--baseline-partial", "--update-baseline");
    assertThat(updated.err()).contains("2 entries written: 0 new, 2 kept, 0 taken out");
    assertThat(JsonMapper.shared().readTree(baseline))
        .isEqualTo(JsonMapper.shared().readTree(before));
  }

  @Test
  void isNeededForAPartOfOne() {
    assertThat(Cli.run(Map.of(), "", "check", "--baseline-partial", recording).err())
        .contains("--baseline-partial needs --baseline FILE");
  }

  @Test
  void failsOnTheDayAfterTheDateOfAnEntry() throws IOException {
    // Cli runs on 31 January 2026.
    accept(ENTRY + ",\"until\":\"2026-01-31\"}");
    assertThat(check().code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(problems(check("--now", "2026-02-01T00:00:00Z")))
        .containsExactly("baseline.expired");

    accept(ENTRY + ",\"until\":\"2026-01-30\"}");
    Cli.Result late = check();
    assertThat(late.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(problems(late)).containsExactly("baseline.expired");
    assertThat(late.out()).contains(BaselineTypes.EXAMPLES.get("baseline.expired"));
    assertThat(JsonMapper.shared().readTree(late.out()).at("/findings/accepted").asInt()).isZero();
  }

  @Test
  void pointsAtTheEntryThatIsWrong() throws IOException {
    accept("\n  " + ENTRY + "}", "\n  " + ENTRY.replace("generate-order", "refund") + "}");

    Cli.Result result = check("--output", "sarif=" + folder.resolve("a.sarif"));

    assertThat(result.out()).contains("\"line\":3");
    JsonNode results =
        JsonMapper.shared()
            .readTree(Files.readString(folder.resolve("a.sarif")))
            .at("/runs/0/results");
    assertThat(
            results.valueStream().filter(r -> r.path("ruleId").asString().startsWith("baseline.")))
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.at("/locations/0/physicalLocation/region/startLine").asInt())
                    .isEqualTo(3));
    assertThat(results.valueStream().filter(r -> r.has("suppressions")))
        .singleElement()
        .satisfies(r -> assertThat(r.path("ruleId").asString()).isEqualTo("amount.sum"));
  }

  @Test
  void isRewrittenWithItsReasonsAndDates() throws IOException {
    Files.writeString(recording, Files.readString(recording).replace("\"120129\"", "  120129"));
    accept(ENTRY + ",\"until\":\"2026-12-31\"}", ENTRY.replace("generate-order", "refund") + "}");

    Cli.Result first = check("--update-baseline", "--fail-on", "warning");

    assertThat(first.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(first.err()).contains("2 entries written: 1 new, 1 kept, 1 taken out");
    JsonNode entries = JsonMapper.shared().readTree(Files.readString(baseline)).path("accepted");
    assertThat(entries.valueStream().map(entry -> entry.path("code").asString()))
        .containsExactly("amount.sum", "docs.postcode-type");
    assertThat(entries.path(0).path("reason").asString()).isEqualTo("fixed in release 7");
    assertThat(entries.path(0).path("until").asString()).isEqualTo("2026-12-31");
    String written = Files.readString(baseline);
    assertThat(check("--update-baseline", "--fail-on", "warning").err()).contains("0 new, 2 kept");
    assertThat(baseline).hasContent(written);
    assertThat(check("--fail-on", "warning").code()).isEqualTo(ExitCode.CONFORMANT);
  }

  @Test
  void isMadeWhereThereIsNone() throws IOException {
    assertThat(check("--update-baseline").code()).isEqualTo(ExitCode.CONFORMANT);

    assertThat(baseline).content().contains("amount.sum", "not looked at yet");
    assertThat(check().code()).isEqualTo(ExitCode.CONFORMANT);
  }

  @Test
  void isLeftAloneWhereSomethingCouldNotBeRead() throws IOException {
    accept();

    assertThat(check("--update-baseline", folder.resolve("missing.http")).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(baseline).hasContent("{\"accepted\":[]}");
  }

  @Test
  void takesAnyIndexForTheSame() throws IOException {
    Files.writeString(
        recording, Files.readString(recording).replace("\"quantity\": 2", "\"quantity\":[]"));
    accept(
        ENTRY
                .replace("amount.sum", "schema.type")
                .replace("/order/amount", "/order/line_items/7/quantity")
            + "}");

    JsonNode findings = JsonMapper.shared().readTree(check().out()).at("/exchanges/0/findings");

    assertThat(findings.valueStream().filter(f -> f.path("code").asString().equals("schema.type")))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.has("accepted")).isTrue());
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        argumentSet(
            "unknown code", ENTRY.replace("amount.sum", "amount.total") + "}", "amount.total"),
        argumentSet(
            "unknown operation", ENTRY.replace("generate-order", "pay") + "}", "akulaku.pay"),
        argumentSet("no reason", ENTRY.replace("fixed in release 7", " ") + "}", "reason"),
        argumentSet("no date", ENTRY + ",\"until\":\"soon\"}", "soon"),
        argumentSet("unknown member", ENTRY + ",\"util\":\"2026-12-31\"}", "util"),
        argumentSet("twice", ENTRY + "}," + ENTRY + "}", "once"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesAnEntryThatSaysNothing(String entries, String says) throws IOException {
    accept(entries);

    Cli.Result result = check();

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .contains("baseline.json:1:")
        .contains(says);
  }

  @Test
  void isNeededForAnUpdate() {
    Cli.Result result = Cli.run("check", "--update-baseline", recording);

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--baseline FILE");
  }
}
