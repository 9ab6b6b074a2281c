package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees at a narrow terminal. */
class TerminalWidthTest {
  private static final int WIDTH = 80;
  private static final Path SECRET = Cli.ROOT.resolve("examples/secret.txt");
  private static final String BROKEN = "examples/broken/amount-not-the-sum.http";

  @Test
  void foldsFindingsBelowTheirIndent() {
    Cli.Result result =
        Cli.runInColumns(WIDTH, "check", "--secret-file", SECRET, Cli.ROOT.resolve(BROKEN));

    List<String> lines = result.out().lines().skip(1).toList();
    assertThat(lines).allMatch(line -> line.length() <= WIDTH);
    assertThat(result.out())
        .contains(
            "\n           → Put shipping, fees and discounts into line items of their own, or"
                + "\n             correct the amount.\n");
  }

  @Test
  void foldsSentencesAndNothingThatIsCompared() {
    Path file = Cli.ROOT.resolve("examples/broken/target-path-prefix.http");

    String folded = Cli.runInColumns(WIDTH, "explain", "--secret-file", SECRET, file).out();
    String whole = Cli.runInColumns(0, "explain", "--secret-file", SECRET, file).out();

    assertThat(folded.substring(0, folded.indexOf("1. Digest")).lines().skip(1))
        .allMatch(line -> line.length() <= WIDTH);
    assertThat(folded.substring(folded.indexOf("1. Digest")))
        .isEqualTo(whole.substring(whole.indexOf("1. Digest")));
    assertThat(folded.replaceAll("\\s+", " ")).isEqualTo(whole.replaceAll("\\s+", " "));
  }

  @Test
  void foldsWhatGoesWrong() {
    assertThat(Cli.runInColumns(WIDTH, "check", "--formt", "json").errLines())
        .containsExactly(
            "doku-conformance: Unknown option: '--formt' (did you mean --format?); see",
            "doku-conformance check --help");
  }

  @Test
  void spreadsHelpOverAWideTerminalButNoFurtherThanIsReadable() {
    assertThat(longest("check", "--help", 100)).isBetween(81, 100);
    assertThat(longest("check", "--help", 300)).isBetween(101, 120);
    assertThat(longest("check", "--help", 0)).isLessThanOrEqualTo(80);
  }

  private static int longest(String command, String help, int width) {
    return Cli.runInColumns(width, command, help)
        .out()
        .lines()
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
