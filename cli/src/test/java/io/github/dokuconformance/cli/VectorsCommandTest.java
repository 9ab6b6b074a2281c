package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VectorsCommandTest {
  private static final Path SUITE = Cli.ROOT.resolve("test-vectors");
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path directory;

  @Test
  void listsTheCasesOfAnOperation() {
    Cli.Result result = Cli.run("vectors", "list", "--op", "digest");

    assertThat(result.code()).isZero();
    assertThat(result.out().lines())
        .allMatch(line -> line.matches("(must|should|informational) +digest/.*"));
  }

  @Test
  void listsNothingWithItsOwnExitCode() {
    assertThat(Cli.run("vectors", "list", "--case", "no/such/*").code()).isEqualTo(4);
  }

  @Test
  void showsACaseWithItsKeyAndFlags() {
    Cli.Result result = Cli.run("vectors", "show", "verify/string-to-sign/trailing-newline");

    JsonNode shown = MAPPER.readTree(result.out());
    assertThat(result.code()).isZero();
    assertThat(shown.at("/twin").asString()).isEqualTo("verify/generate-order/valid");
    assertThat(shown.at("/input/key/secret/utf8").asString()).contains("NOT-A-SECRET");
    assertThat(shown.path("flags").path("string-to-sign.trailing-newline").path("hint").asString())
        .isNotEmpty();
  }

  @Test
  void refusesToShowWhatIsNotThere() {
    Cli.Result result = Cli.run("vectors", "show", "verify/no/such");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines()).hasSize(1);
  }

  @Test
  void lintsTheSuiteOfThisRepository() {
    Cli.Result result = Cli.run("vectors", "lint", SUITE);

    assertThat(result.out()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void lintFailsOnAChangedByte() throws Exception {
    Path vectors = Files.createDirectories(directory.resolve("vectors"));
    try (var files = Files.list(SUITE.resolve("vectors"))) {
      for (Path file : files.toList()) {
        Files.copy(file, vectors.resolve(file.getFileName()));
      }
    }
    Files.writeString(
        vectors.resolve("digest.json"), Files.readString(vectors.resolve("digest.json")) + "\n");

    Cli.Result result = Cli.run("vectors", "lint", directory);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out().lines())
        .hasSize(1)
        .allMatch(line -> line.startsWith("vectors/digest.json"));
  }

  @Test
  void refusesToLintWhereThereIsNoSuite() {
    assertThat(Cli.run("vectors", "lint", directory).code()).isEqualTo(2);
  }

  @Test
  void runsAnAdapterThatIsRight() {
    Cli.Result result = run("base64");

    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.out()).endsWith("\nconformant\n");
  }

  @Test
  void demandsTheOperationsThatAreAskedFor() {
    assertThat(run("base64", "--op", "digest").code()).isZero();
    assertThat(run("base64", "--op", "digest,canonicalize").code()).isEqualTo(1);
    assertThat(run("base64", "--op", "canonicalize").code()).isEqualTo(4);
  }

  @Test
  void reportsTheFirstDifferenceAndTheHintOfAWrongAdapter() throws Exception {
    Path junit = directory.resolve("report.xml");
    Path markdown = directory.resolve("report.md");

    Cli.Result result =
        run(
            "hex",
            "--format",
            "json",
            "--output",
            "junit=" + junit,
            "--output",
            "markdown=" + markdown);

    JsonNode report = MAPPER.readTree(result.out());
    JsonNode known = report.path("cases").get(0);
    assertThat(result.code()).isEqualTo(1);
    assertThat(report.path("conformant").asBoolean()).isFalse();
    assertThat(known.path("status").asString()).isEqualTo("fail");
    assertThat(known.at("/firstDifference/stage").asString()).isEqualTo("digest");
    assertThat(known.at("/firstDifference/offset").asInt(-1)).isNotNegative();
    assertThat(junit).content(UTF_8).contains("<failure type=\"fail\"");
    assertThat(markdown).content(UTF_8).contains("not conformant");
  }

  @Test
  void selectsNothingWithItsOwnExitCode() {
    Cli.Result result = run("base64", "--case", "digest/no-such/*");

    assertThat(result.code()).isEqualTo(4);
    assertThat(result.errLines()).hasSize(1);
  }

  @Test
  void tellsAnUnusableAdapterInOneLine() {
    Cli.Result result = Cli.run("vectors", "run", "--", "no-such-program-anywhere");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.errLines())
        .hasSize(1)
        .allMatch(line -> line.contains("no-such-program-anywhere"));
  }

  @Test
  void writesAndKeepsAnExpectedFailuresFile() throws Exception {
    Path expected = directory.resolve("expected.json");

    assertThat(run("hex", "--expected", expected.toString(), "--update-expected").code()).isZero();
    assertThat(run("hex", "--expected", expected.toString()).code()).isZero();
    assertThat(run("base64", "--expected", expected.toString()).code()).isEqualTo(1);
    assertThat(run("base64", "--expected", expected.toString(), "--update-expected").code())
        .isZero();
    assertThat(expected).content(UTF_8).containsIgnoringWhitespaces("\"entries\":[]");
  }

  @Test
  void namesThePlaceInABrokenExpectedFailuresFile() throws Exception {
    Path expected =
        Files.writeString(directory.resolve("expected.json"), "{\"format\":1,\n\"entries\":[}");

    Cli.Result result = run("base64", "--expected", expected.toString());

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines())
        .hasSize(1)
        .allMatch(line -> line.contains("expected.json, line 2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--op=sing",
        "--level=may",
        "--timeout=5",
        "--timeout=0s",
        "--format=xml",
        "--output=report.json",
        "--output=xml=report.xml",
        "--output=json=/no/such/directory/report.json",
        "--expected=/no/such/file.json",
        "--suite=/no/such/directory",
        "--update-expected",
        "--no-such-option"
      })
  void refusesABadOptionInOneLine(String option) {
    Cli.Result result = run("base64", option);

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vectors",
        "vectors run",
        "vectors run --",
        "vectors adapter-check",
        "vectors show",
        "vectors walk"
      })
  void refusesAnIncompleteCommandInOneLine(String command) {
    Cli.Result result = Cli.run((Object[]) command.split(" "));

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errLines()).hasSize(1);
  }

  @Test
  void checksTheProtocolAlone() {
    List<Object> args = new ArrayList<>(List.of("vectors", "adapter-check", "--"));
    args.addAll(DigestAdapter.command("hex"));

    Cli.Result result = Cli.run(args.toArray());

    assertThat(result.code()).as(result.out()).isZero();
    assertThat(result.out().lines()).hasSize(4).allMatch(line -> line.startsWith("ok "));
  }

  @Test
  void tellsThatAnAdapterCannotBeTalkedTo() {
    Cli.Result result = Cli.run("vectors", "adapter-check", "--", "no-such-program-anywhere");

    assertThat(result.code()).isEqualTo(3);
  }

  private static Cli.Result run(String form, String... options) {
    List<Object> args = new ArrayList<>(List.of("vectors", "run"));
    args.addAll(List.of(options));
    args.add("--");
    args.addAll(DigestAdapter.command(form));
    return Cli.run(args.toArray());
  }
}
