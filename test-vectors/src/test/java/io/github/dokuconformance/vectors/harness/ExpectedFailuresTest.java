package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import io.github.dokuconformance.vectors.harness.ExpectedFailures.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectedFailuresTest {
  private static final VectorSuite SUITE = Suites.mini();
  private static final String VALID = "sign/generate-order/valid";
  private static final String GET = "sign/check-status/get";
  private static final String SHOULD = "sign/generate-order/should";
  private static final List<Status> LISTED =
      List.of(
          Status.FAIL,
          Status.ERROR,
          Status.CRASH,
          Status.TIMEOUT,
          Status.PROTOCOL_ERROR,
          Status.SKIP);

  @TempDir private Path directory;

  /** Listed × outcome, where nothing listed is one of the rows. */
  static Stream<Arguments> table() {
    return Stream.concat(Stream.of(Optional.<Status>empty()), LISTED.stream().map(Optional::of))
        .flatMap(listed -> Stream.of(Status.values()).map(outcome -> arguments(listed, outcome)));
  }

  @ParameterizedTest
  @MethodSource("table")
  void isABreachUnlessItEndsAsListedOrPassesUnlisted(Optional<Status> listed, Status outcome) {
    CaseResult counting = Reports.result(SUITE.cases().get(0), outcome, listed, true);
    CaseResult other = Reports.result(SUITE.cases().get(0), outcome, listed, false);

    assertThat(counting.isBreach()).isEqualTo(outcome != listed.orElse(Status.PASS));
    assertThat(other.isBreach()).isFalse();
  }

  @Test
  void failsTheRunForAnEntryThatCoversNoCase() throws Exception {
    RunReport report = run(entries(Entry.of("sign/no/such", Status.FAIL)));

    assertThat(report.problems()).extracting(Problem::code).containsExactly("unmatched-entry");
    assertThat(report.isConformant()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2026-01-30,1", "2026-01-31,0", "2026-02-01,0"})
  void failsTheRunFromTheDayAfterTheDateOfAnEntry(LocalDate until, int problems) throws Exception {
    Entry entry =
        new Entry(VALID, Status.SKIP, Optional.empty(), Optional.empty(), Optional.of(until));

    assertThat(run(entries(entry)).problems()).hasSize(problems);
  }

  @Test
  void readsWhatItWrites() throws Exception {
    ExpectedFailures expected =
        entries(
            new Entry(
                "sign/*/valid",
                Status.FAIL,
                Optional.of("https://example.test/12"),
                Optional.of("PHP's default"),
                Optional.of(LocalDate.of(2026, 12, 31))),
            Entry.of(GET, Status.SKIP));

    assertThat(ExpectedFailures.load(file(expected.toJson()), SUITE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                                               | line",
        "[]                                                              | object",
        "{'format':2,'entries':[]}                                       | format",
        "{'format':1,'entries':[{'case':'sign/a/b'}]}                    | /entries/0",
        "{'format':1,'entries':[{'case':'sign/a/b','status':'pass'}]}    | /entries/0",
        "{'format':1,'entries':[{'case':'a','status':'fail'}]}           | /entries/0",
        "{'format':1,'entries':[{'case':'sign/a/b','status':'fail','until':'2026-02-30'}]} | /entries/0/until",
        "{'format':1,'entries':[{'case':'sign/*/valid','status':'fail'},{'case':'sign/generate-order/*','status':'skip'}]} | /entries/1",
        "{'format':1,'format':1,'entries':[]}                            | line"
      })
  void namesFileAndPlaceOfWhatIsWrong(String json, String place) throws Exception {
    Path file = file(json.replace('\'', '"'));

    assertThatThrownBy(() -> ExpectedFailures.load(file, SUITE))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(place);
  }

  @Test
  void refusesAnEntryThatCoversMoreThanTwentyCases() throws Exception {
    VectorSuite suite = Suites.withDigestCases(23, directory.resolve("suite"));
    Path file = file(entries(Entry.of("digest/copy/*", Status.FAIL)).toJson());
    Path twenty = file(entries(Entry.of("digest/copy/n1*", Status.FAIL)).toJson());

    assertThat(ExpectedFailures.load(twenty, suite).entries()).hasSize(1);
    assertThatThrownBy(() -> ExpectedFailures.load(file, suite))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("21");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> ExpectedFailures.load(directory.resolve("none.json"), SUITE))
        .isInstanceOf(InvalidFileException.class);
  }

  @Test
  void updateListsEveryFailureSorted() throws Exception {
    RunReport report = run(ExpectedFailures.NONE, Map.of(VALID, Status.FAIL, GET, Status.CRASH));

    ExpectedFailures updated = ExpectedFailuresUpdate.of(ExpectedFailures.NONE, report);

    assertThat(updated)
        .isEqualTo(entries(Entry.of(GET, Status.CRASH), Entry.of(VALID, Status.FAIL)));
    assertThat(report.against(updated).isConformant()).isTrue();
  }

  @Test
  void updateKeepsAnEntryThatStillHolds() throws Exception {
    ExpectedFailures old = entries(noted("sign/*/*", Status.FAIL));

    RunReport report = run(old, Map.of(VALID, Status.FAIL, GET, Status.FAIL, SHOULD, Status.FAIL));

    assertThat(ExpectedFailuresUpdate.of(old, report)).isEqualTo(old);
  }

  @Test
  void updateSplitsAnEntryThatHoldsInPartAndKeepsItsNote() throws Exception {
    ExpectedFailures old = entries(noted("sign/*/*", Status.FAIL));

    RunReport report = run(old, Map.of(VALID, Status.SKIP, GET, Status.PASS));

    assertThat(ExpectedFailuresUpdate.of(old, report))
        .isEqualTo(entries(noted(VALID, Status.SKIP)));
  }

  @Test
  void updateDropsWhatPassesAndWhatCoversNothing() throws Exception {
    ExpectedFailures old = entries(noted(VALID, Status.FAIL), noted("sign/no/such", Status.FAIL));

    RunReport report = run(old, Map.of(VALID, Status.PASS));

    assertThat(ExpectedFailuresUpdate.of(old, report).entries()).isEmpty();
  }

  @Test
  void refusesToUpdateAfterAFilteredRun() throws Exception {
    Selection part = new Selection(Set.of(VectorOperation.SIGN), Set.of(), List.of());
    RunOptions options =
        new RunOptions(
            part, ConformanceLevel.MUST, Strictness.LENIENT, RunOptions.STANDARD.timeout());
    RunReport report = Reports.of(SUITE, options, ExpectedFailures.NONE, Map.of());

    assertThatThrownBy(() -> ExpectedFailuresUpdate.of(ExpectedFailures.NONE, report))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "sign/*/valid, sign/generate-order/valid, true",
    "sign/*/valid, sign/a/b/valid, false",
    "sign/*, sign/generate-order/valid, false",
    "sign/gen*/valid, sign/generate-order/valid, true",
    "sign/generate.order/valid, sign/generate-order/valid, false",
    "*/generate-order/*, sign/generate-order/valid, true",
    "sign/generate-order/valid, sign/generate-order/valid-2, false"
  })
  void globMatchesInsideOneSegment(String glob, String caseId, boolean covers) {
    assertThat(Glob.of(glob).covers(caseId)).isEqualTo(covers);
  }

  private static ExpectedFailures entries(Entry... entries) {
    return new ExpectedFailures(List.of(entries));
  }

  private static Entry noted(String pattern, Status status) {
    return new Entry(
        pattern, status, Optional.empty(), Optional.of("known since spring"), Optional.empty());
  }

  private Path file(String text) throws Exception {
    return Files.writeString(Files.createTempFile(directory, "expected", ".json"), text, UTF_8);
  }

  private static RunReport run(ExpectedFailures expected) throws Exception {
    return run(expected, Map.of());
  }

  /** Runs with these outcomes of two cases of sign; all others pass. */
  private static RunReport run(ExpectedFailures expected, Map<String, Status> outcomes)
      throws Exception {
    Map<String, AdapterReply> replies = new HashMap<>();
    for (TestCase test : SUITE.cases()) {
      replies.put(test.id(), Reports.endingAs(outcomes.getOrDefault(test.id(), Status.PASS), test));
    }
    return Reports.of(SUITE, RunOptions.STANDARD, expected, replies);
  }
}
