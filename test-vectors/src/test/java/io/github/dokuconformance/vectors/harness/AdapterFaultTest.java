package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dokuconformance.vectors.VectorSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AdapterFaultTest {
  private static final VectorSuite SUITE = Suites.mini();
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(2), Duration.ofSeconds(2));

  /** The third case in the order of the run. */
  private static final String TRIGGER = "canonicalize/generate-order/valid";

  private static final int CASES = SUITE.cases().size();

  static Stream<Arguments> faultsOfOneCase() {
    return Stream.of(
        arguments("hang", Status.TIMEOUT),
        arguments("crash", Status.CRASH),
        arguments("close-stdout", Status.CRASH),
        arguments("flood-and-crash", Status.CRASH),
        arguments("pollute", Status.PROTOCOL_ERROR),
        arguments("invalid-utf8", Status.PROTOCOL_ERROR),
        arguments("too-long", Status.PROTOCOL_ERROR),
        arguments("endless-line", Status.PROTOCOL_ERROR),
        arguments("wrong-id", Status.PROTOCOL_ERROR),
        arguments("huge-id", Status.PROTOCOL_ERROR),
        arguments("empty-ok", Status.PROTOCOL_ERROR));
  }

  @ParameterizedTest
  @MethodSource("faultsOfOneCase")
  void chargesAFaultToTheCaseInFlightAlone(String behaviour, Status status) throws Exception {
    RunReport report = run(behaviour, TRIGGER);

    assertThat(status(report, TRIGGER)).isEqualTo(status);
    assertThat(answered(report)).isEqualTo(CASES - 1);
    assertThat(report.exitCode()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer", "crlf", "longest", "flood", "linger", "exit-1"})
  void takesWhatIsUnusualYetAllowed(String behaviour) throws Exception {
    RunReport report = run(behaviour, "*");

    assertThat(answered(report)).isEqualTo(CASES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-line-end", "exit-after-reply", "twice"})
  void takesTheAnswerAndChargesTheNextCaseWhereTheFaultComesAfterIt(String behaviour)
      throws Exception {
    RunReport report = run(behaviour, TRIGGER);

    assertThat(status(report, TRIGGER)).isEqualTo(Status.FAIL);
    assertThat(status(report, "canonicalize/check-status/get"))
        .isEqualTo(behaviour.equals("twice") ? Status.PROTOCOL_ERROR : Status.CRASH);
    assertThat(answered(report)).isEqualTo(CASES - 1);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void namesTheSignalThatKilledTheAdapter() throws Exception {
    RunReport report = run("signal", TRIGGER);

    assertThat(result(report, TRIGGER).verdict().message()).hasValue("killed by signal 9");
  }

  @Test
  void showsExitCodeAndTheEndOfStderrOfACrash() throws Exception {
    RunReport report = run("flood-and-crash", TRIGGER);

    assertThat(result(report, TRIGGER).verdict().message()).hasValue("exited with code 7");
    assertThat(result(report, TRIGGER).stderr()).hasSize(64 * 1024).endsWith("\nBoom\n");
  }

  @Test
  void showsTheFirstBytesOfALineThatIsNoMessage() throws Exception {
    RunReport report = run("pollute", TRIGGER);

    assertThat(result(report, TRIGGER).summary()).contains("debug:·signing").contains("stderr");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void killsAGrandchildWhoseParentIsGone() throws Exception {
    RunReport report = run("orphan", TRIGGER);

    assertThat(status(report, TRIGGER)).isEqualTo(Status.CRASH);
    assertThat(answered(report)).isEqualTo(CASES - 1);
    Matcher pid = Pattern.compile("orphan=(\\d+)").matcher(result(report, TRIGGER).stderr());
    assertThat(pid.find()).isTrue();
    assertThat(lives(Long.parseLong(pid.group(1)))).isFalse();
  }

  @Test
  void givesUpAfterThreeFaultsInARow() throws Exception {
    RunReport report = run("crash", "*");

    assertThat(report.results())
        .extracting(CaseResult::status)
        .filteredOn(Status.CRASH::equals)
        .hasSize(3);
    assertThat(report.results())
        .extracting(CaseResult::status)
        .filteredOn(Status.NOT_RUN::equals)
        .hasSize(CASES - 3);
    assertThat(report.givenUp()).isPresent();
    assertThat(report.exitCode()).isEqualTo(3);
  }

  @Test
  void givesUpAfterTwentyFaultsInAll(@TempDir Path directory) throws Exception {
    VectorSuite suite = Suites.withDigestCases(45, directory);
    // It answers once and then ends, so that every other case finds it gone.
    RunReport report = run(suite, "exit-after-reply", "*");

    assertThat(report.results())
        .extracting(CaseResult::status)
        .filteredOn(Status.CRASH::equals)
        .hasSize(20);
    assertThat(report.results())
        .extracting(CaseResult::status)
        .filteredOn(Status.NOT_RUN::equals)
        .hasSize(suite.cases().size() - 40);
    assertThat(report.exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"polluted-hello", "other-protocol", "huge-protocol"})
  void refusesAnAdapterWhoseHelloIsWrong(String behaviour) {
    assertThatThrownBy(() -> run(behaviour, TRIGGER)).isInstanceOf(AdapterUnusableException.class);
  }

  @Test
  void saysWhichProtocolVersionsMet() {
    assertThatThrownBy(() -> run("other-protocol", TRIGGER))
        .hasMessageContaining("protocol 2")
        .hasMessageContaining("speaks 1");
  }

  @Test
  void refusesAMuteAdapter() {
    Timeouts impatient = new Timeouts(Duration.ofSeconds(1), SHORT.reply(), SHORT.bye());

    assertThatThrownBy(
            () -> run(SUITE, RunOptions.STANDARD, FakeAdapter.command("mute", TRIGGER), impatient))
        .isInstanceOf(AdapterUnusableException.class)
        .hasMessageContaining("within 1 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-such-program-anywhere", "./no/such/program"})
  void refusesAProgramThatDoesNotExist(String program) {
    assertThatThrownBy(() -> run(SUITE, RunOptions.STANDARD, List.of(program), SHORT))
        .isInstanceOf(AdapterUnusableException.class)
        .hasMessageContaining(program);
  }

  @Test
  void showsWhatAnAdapterWroteBeforeItsFailedHello() {
    List<String> command = List.of(FakeAdapter.command("", "").get(0), "-no-such-option");

    AdapterUnusableException thrown =
        catchThrowableOfType(
            AdapterUnusableException.class, () -> run(SUITE, RunOptions.STANDARD, command, SHORT));

    assertThat(thrown.stderr()).contains("no-such-option");
  }

  private static RunReport run(String behaviour, String caseId) throws Exception {
    return run(SUITE, behaviour, caseId);
  }

  private static RunReport run(VectorSuite suite, String behaviour, String caseId)
      throws Exception {
    return run(suite, RunOptions.STANDARD, FakeAdapter.command(behaviour, caseId), SHORT);
  }

  private static RunReport run(
      VectorSuite suite, RunOptions options, List<String> command, Timeouts timeouts)
      throws Exception {
    return new SuiteRun(suite, options, ExpectedFailures.NONE, Instant.EPOCH)
        .runAdapter(command, timeouts);
  }

  private static long answered(RunReport report) {
    return report.results().stream()
        .filter(it -> it.status() == Status.PASS || it.status() == Status.FAIL)
        .count();
  }

  private static CaseResult result(RunReport report, String id) {
    return report.results().stream()
        .filter(it -> it.testCase().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Status status(RunReport report, String id) {
    return result(report, id).status();
  }

  /** Waits a moment; what is dead but not reaped yet counts as dead. */
  private static boolean lives(long pid) throws Exception {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    for (int i = 0; i < 50; i++) {
      boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
      if (!alive || (Files.exists(stat) && Files.readString(stat).contains(") Z "))) {
        return false;
      }
      Thread.sleep(20);
    }
    return true;
  }
}
