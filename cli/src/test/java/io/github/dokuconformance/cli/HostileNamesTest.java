package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.report.ReportFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who names a file decides neither what a terminal or a CI server does, nor what the program does.
 */
class HostileNamesTest {
  /** Names that git can carry, and what is shown of them. */
  static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              "esc\u001b]8;;http:evil\u0007click\u001b]8;;\u0007.http",
              "esc\\u001b]8;;http:evil\\u0007click\\u001b]8;;\\u0007.http",
              "c1\u009b31m.http",
              "c1\\u009b31m.http",
              "bidi\u202egnp.http",
              "bidi\\u202egnp.http",
              "nl\n::error::pwn.http",
              "nl\\n::error::pwn.http",
              "::error::first.http",
              "\\u003a:error::first.http",
              "old ##[error]way.http",
              "old \\u0023#[error]way.http",
              "zero\u200bwidth\u3164.http",
              "zero\\u200bwidth\\u3164.http",
              "é.http",
              "é.http",
              "bad\udcff\udcfe.http",
              "bad\\udcff\\udcfe.http",
              "line\u2028end.http",
              "line\\u2028end.http"));

  /** What no report may hold of a name: controls, bidi, invisible characters, halves. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\u3164\ufffd&&[^\n]]");

  private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##\\[");

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void openShell() throws IOException {
    assumeTrue(File.separatorChar == '/');
    shell = new Shell(folder).with("DOKU_SECRET_KEY", Cli.SECRET);
  }

  @Test
  void everyReportShowsNamesAsText() throws Exception {
    for (String name : NAMES.keySet()) {
      write("rec/" + name, Files.readAllBytes(Cli.EXAMPLES.resolve("broken/body-minified.http")));
      write("rec/unreadable-" + name, new byte[] {'x'});
    }
    StringBuilder outputs = new StringBuilder();
    for (ReportFormat format : ReportFormat.values()) {
      outputs.append(" --output ").append(format).append("=../").append(format);
    }

    Shell.Result result = shell.run("cd rec; doku-conformance check -v" + outputs + " -- *");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertClean("the terminal", result.out());
    assertThat(result.out()).contains(NAMES.values());
    for (String shown : NAMES.values()) {
      assertThat(result.out())
          .contains("doku-conformance: unreadable-" + shown.replace("\\u003a", ":"));
    }
    for (ReportFormat format : ReportFormat.values()) {
      String report = Files.readString(folder.resolve(format.toString()));
      if (format == ReportFormat.GITHUB) {
        assertThat(report.lines())
            .allMatch(line -> line.matches("::(error|warning|notice) (file|title)=[^:]*::.*"));
        report = report.replaceAll("(?m)^::", "");
      }
      assertClean(format.toString(), report);
    }
  }

  @Test
  void theCommandToRunAgainMeansTheSameFile() throws Exception {
    for (String name : NAMES.keySet()) {
      write("rec/" + name, Files.readAllBytes(Cli.EXAMPLES.resolve("broken/body-minified.http")));
    }

    shell.run("cd rec; doku-conformance check --format json -- * > ../report.json || true");
    String report = Files.readString(folder.resolve("report.json"));
    List<String> commands =
        Pattern.compile("\"again\":\\[(\"(?:[^\"\\\\]|\\\\.)*\")")
            .matcher(report)
            .results()
            .map(match -> JsonMapper.shared().readValue(match.group(1), String.class))
            .toList();
    String there = String.join("\n", commands).replace("doku-conformance check", "test -f");
    Shell.Result again = shell.run("cd rec\n" + there);

    assertThat(commands).hasSize(NAMES.size());
    assertThat(again.code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--format=json", "--help.http", "--help", "-q", "-", "-V", "--update-baseline"})
  void aFileIsNeverAnOption(String name) throws Exception {
    write("rec/a.http", Files.readAllBytes(Cli.EXAMPLES.resolve("broken/body-minified.http")));
    write("rec/" + name, new byte[] {'x'});

    Shell.Result result = shell.run("cd rec; doku-conformance check *");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out())
        .isEqualTo(
            "doku-conformance: \"%s\" begins like an option, and there is a file of that name;"
                    .formatted(name)
                + " for the file put ./ before it or -- before all files, for the option take the"
                + " file away\n");
  }

  @Test
  void theAdviceHelps() throws Exception {
    byte[] recording = Files.readAllBytes(Cli.EXAMPLES.resolve("broken/body-minified.http"));
    for (String name : List.of("--format=json.http", "--help.http", "@a.http", "-q.http")) {
      write("rec/" + name, recording);
    }

    Shell.Result result =
        shell.run(
            """
            cd rec
            doku-conformance check ./* || true
            doku-conformance check -- * || true
            """);

    assertThat(result.out())
        .contains("\n--format=json.http  ", "\n--help.http  ", "\n@a.http  ", "\n-q.http  ")
        .contains("./--format=json.http  ", "\n./--help.http  ", "\n./@a.http  ", "\n./-q.http  ")
        .containsPattern("(?s)4 checked, 0 conformant, 4 not.*4 checked, 0 conformant, 4 not");
  }

  private void write(String name, byte[] content) throws IOException {
    Path file = FileNames.besides(folder.resolve("x"), name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static void assertClean(String where, String report) {
    assertThat(report.lines().filter(line -> UNSEEN.matcher(line).find())).as(where).isEmpty();
    assertThat(report).as(where).doesNotContainPattern(COMMAND);
  }
}
