package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A report that did not arrive is an error, and a run that is ended leaves none that is half one.
 */
class LostReportTest {
  private static final String LOST =
      "doku-conformance: standard output can't be written, so its report is lost;"
          + " is the disk full, or is it closed?";

  /** Waits for a file, and for a process; prints the process's exit code. */
  private static final String HELPERS =
      """
      set +e
      await() { for _ in {1..600}; do compgen -G "$1" >/dev/null && return; sleep 0.1; done; echo "no $1"; }
      """;

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() throws IOException {
    shell = new Shell(folder).with("DOKU_SECRET_KEY", Cli.SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check examples/conformant/refund.http",
        "check --format html examples/conformant/*.http",
        "explain examples/broken/body-minified.http",
        "contract --rules",
        "vectors list",
        "--help"
      })
  void aFullDiskIsAnError(String command) throws Exception {
    Tools.wantFile("/dev/full");

    Shell.Result result = shell.run("doku-conformance " + command + " > /dev/full");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).isEqualTo(LOST + "\n");
  }

  @Test
  void aClosedOutputIsAnError() throws Exception {
    Shell.Result result = shell.run("doku-conformance check examples/conformant/refund.http >&-");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).contains(LOST);
  }

  @Test
  void aReportFileThatIsLostIsAnError() throws Exception {
    Tools.wantFile("/dev/full");

    Shell.Result result =
        shell.run("doku-conformance check --output json=/dev/full examples/conformant/refund.http");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).contains("doku-conformance: /dev/full: can't be written: ");
  }

  @ParameterizedTest
  @CsvSource({"conformant/*.http, 0", "broken/*.http, 1"})
  void aReaderThatWantsNoMoreLeavesTheVerdict(String files, int code) throws Exception {
    Shell.Result result =
        shell.run(
            "set +e\ndoku-conformance check -v examples/"
                + files
                + " | head -1 >/dev/null; a=${PIPESTATUS[0]}\n"
                + "doku-conformance check -v examples/"
                + files
                + " | true; echo $a ${PIPESTATUS[0]}\n");

    assertThat(result.out()).isEqualTo(code + " " + code + "\n");
  }

  static Stream<Arguments> signals() {
    return Stream.of(argumentSet("SIGINT", "INT", 130), argumentSet("SIGTERM", "TERM", 143));
  }

  @ParameterizedTest
  @MethodSource("signals")
  void aSignalLeavesNoPartialFile(String signal, int code) throws Exception {
    Shell.Result result =
        shell.run(
            HELPERS
                + """
                mkfifo in
                mkdir reports
                # A job in the background has SIGINT ignored.
                env --default-signal=INT bash -c 'exec doku-conformance check --input-format jsonl \\
                  --output json=reports/a --output html=reports/b --output junit=reports/c - < in' &
                exec 3> in
                await 'reports/.c.*.part'
                ls -A reports | sed 's/[0-9][0-9]*/PID/'
                kill -%s $!
                wait $!
                echo "exit code $?"
                ls -A reports
                """
                    .formatted(signal));

    assertThat(result.out())
        .isEqualTo(".a.PID.part\n.b.PID.part\n.c.PID.part\nexit code " + code + "\n");
  }

  @Test
  void sigintEndsASandboxThatAScriptStartedInTheBackground() throws Exception {
    // The launcher, with a runtime that is this program.
    Path bin = Files.createDirectories(folder.resolve("archive/bin"));
    Files.copy(Cli.ROOT.resolve("bin/doku-conformance"), bin.resolve("doku-conformance"));
    Path runtime = Files.createDirectories(folder.resolve("archive/runtime/bin"));
    Path java = runtime.resolve("java");
    Files.writeString(
        java,
        """
        #!/bin/sh
        while [ "${1##*.}" != Main ]; do shift; done
        shift
        exec '%s/programs/doku-conformance' "$@"
        """
            .formatted(folder));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));

    Shell.Result result = shell.run(HELPERS + background("archive/bin/doku-conformance", "INT"));

    assertThat(result.out())
        .contains("nothing-checked: 0 requests judged", "exit code 4")
        .doesNotContain("SIGINT", "exit code 130");
  }

  @Test
  void whereSigintIsIgnoredTheSandboxSaysWhatEndsIt() throws Exception {
    Tools.wantFile("/proc/self/status");

    Shell.Result result = shell.run(HELPERS + background("doku-conformance", "TERM"));

    assertThat(result.out())
        .containsPattern(
            "doku-conformance: SIGINT is ignored here, as in a job that a script starts with &;"
                + " SIGTERM ends the run: kill [0-9]+\n")
        .contains("nothing-checked: 0 requests judged", "exit code 4");
  }

  private static String background(String program, String signal) {
    return """
    %s sandbox --port 0 --ready-file ready.json &
    await ready.json
    kill -%s $!
    for _ in {1..300}; do kill -0 $! 2>/dev/null || break; sleep 0.1; done
    kill -KILL $! 2>/dev/null && echo "had to be killed"
    wait $!
    echo "exit code $?"
    """
        .formatted(program, signal);
  }
}
