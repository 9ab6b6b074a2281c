package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.vectors.FormatSchema;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorSuite;
import io.github.dokuconformance.vectors.harness.ExpectedFailures.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {
  private static final VectorSuite SUITE = Suites.mini();
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final JsonMapper MAPPER = new JsonMapper();

  /** After a wanted change: {@code -Dgolden.update=true}, then look at the difference. */
  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void rendersAsTheGoldenFile(String form) throws Exception {
    RunReport report = everyKindOfResult();
    String rendered = form.equals("text") ? report.toText() : report.toJson();
    Path golden = GOLDEN.resolve("report." + form);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, rendered, UTF_8);
    }

    assertThat(rendered).isEqualTo(Files.readString(golden, UTF_8));
  }

  @Test
  void jsonSatisfiesItsSchema() throws Exception {
    assertThat(FormatSchema.REPORT.violations(json(everyKindOfResult()))).isEmpty();
    assertThat(FormatSchema.REPORT.violations(json(allPass()))).isEmpty();
  }

  @Test
  void saysConformantOfARunInWhichAllPasses() throws Exception {
    RunReport report = allPass();

    assertThat(report.exitCode()).isZero();
    assertThat(report.toText()).endsWith("\nconformant\n");
  }

  @Test
  void isNeverConformantWhereNothingWasExecuted() throws Exception {
    Map<String, AdapterReply> replies = new HashMap<>();
    List<Entry> skips =
        SUITE.cases().stream().map(test -> Entry.of(test.id(), Status.SKIP)).toList();

    RunReport report = run(replies, new ExpectedFailures(skips));

    assertThat(report.isConformant()).isFalse();
    assertThat(report.exitCode()).isEqualTo(4);
    assertThat(report.toText()).endsWith("nothing was executed\n");
  }

  @Test
  void countsAShouldCaseAtThatLevelAlone() throws Exception {
    Map<String, AdapterReply> replies = allRight();
    replies.put("sign/generate-order/should", AdapterReply.of(AdapterAnswer.signed("x", Map.of())));
    RunOptions should =
        new RunOptions(
            Selection.ALL,
            ConformanceLevel.SHOULD,
            Strictness.LENIENT,
            RunOptions.STANDARD.timeout());

    assertThat(run(replies, ExpectedFailures.NONE).exitCode()).isZero();
    assertThat(Reports.of(SUITE, should, ExpectedFailures.NONE, replies).exitCode()).isEqualTo(1);
  }

  @Test
  void neverCountsAnInformationalCase() throws Exception {
    Map<String, AdapterReply> replies = allRight();
    replies.put(
        "verify/generate-order/informational", AdapterReply.of(AdapterAnswer.error("boom")));
    RunOptions should =
        new RunOptions(
            Selection.ALL,
            ConformanceLevel.SHOULD,
            Strictness.LENIENT,
            RunOptions.STANDARD.timeout());

    assertThat(Reports.of(SUITE, should, ExpectedFailures.NONE, replies).exitCode()).isZero();
  }

  @Test
  void foldsFailuresThatBeginAtOneStage() throws Exception {
    Map<String, AdapterReply> replies = allRight();
    for (TestCase test : SUITE.cases()) {
      if (!test.id().startsWith("verify")) {
        replies.put(test.id(), Reports.endingAs(Status.FAIL, test));
      }
    }

    List<Folding.Group> groups = Folding.of(run(replies, ExpectedFailures.NONE).breaches());

    assertThat(groups)
        .extracting(group -> group.first().verdict().firstDifference().orElseThrow().stage())
        .containsExactly("digest", "stringToSign", "signature");
    assertThat(groups).extracting(group -> group.later().size()).containsExactly(1, 1, 1);
  }

  @Test
  void doesNotFoldWrongVerdictsAsEachMayHaveItsOwnCause() throws Exception {
    Map<String, AdapterReply> replies = allRight();
    for (TestCase test : SUITE.cases()) {
      if (test.id().startsWith("verify")) {
        replies.put(test.id(), Reports.endingAs(Status.FAIL, test));
      }
    }

    assertThat(Folding.of(run(replies, ExpectedFailures.NONE).breaches())).hasSize(2);
  }

  private static RunReport allPass() throws Exception {
    return run(allRight(), ExpectedFailures.NONE);
  }

  private static RunReport everyKindOfResult() throws Exception {
    Map<String, AdapterReply> replies = allRight();
    TestCase canonicalize = SUITE.find("canonicalize/generate-order/valid").orElseThrow();
    String text = canonicalize.expected().at("/stages/stringToSign").asString();
    replies.put(
        "canonicalize/generate-order/valid",
        AdapterReply.of(AdapterAnswer.canonicalized(text + "\r\n")));
    replies.put(
        "canonicalize/check-status/get",
        AdapterReply.of(AdapterAnswer.canonicalized("Client-Id: \u00e9\u2028|`x`\n")));
    replies.put(
        "sign/generate-order/valid",
        AdapterReply.of(AdapterAnswer.error("TypeError: x is <undefined>")));
    replies.put("sign/generate-order/should", AdapterReply.of(AdapterAnswer.signed("x", Map.of())));
    replies.put("sign/check-status/get", AdapterReply.of(AdapterAnswer.skipped("no GET yet")));
    replies.put(
        "verify/generate-order/valid",
        Reports.fault(Status.CRASH, "exited with code 7", "adapter.js:12\nError: boom\n"));
    replies.put(
        "verify/generate-order/trailing-newline",
        AdapterReply.of(AdapterAnswer.accepted(Map.of())));
    replies.put(
        "verify/generate-order/informational",
        Reports.fault(Status.TIMEOUT, "no reply within 5 s", ""));
    ExpectedFailures expected =
        new ExpectedFailures(
            List.of(
                Entry.of("sign/check-status/get", Status.SKIP),
                Entry.of("digest/*", Status.FAIL),
                Entry.of("digest/no/such", Status.FAIL)));
    return run(replies, expected);
  }

  private static Map<String, AdapterReply> allRight() {
    Map<String, AdapterReply> replies = new HashMap<>();
    SUITE.cases().forEach(test -> replies.put(test.id(), AdapterReply.of(Answers.right(test))));
    return replies;
  }

  private static RunReport run(Map<String, AdapterReply> replies, ExpectedFailures expected)
      throws Exception {
    return Reports.of(SUITE, RunOptions.STANDARD, expected, replies);
  }

  private static JsonNode json(RunReport report) {
    return MAPPER.readTree(report.toJson());
  }
}
