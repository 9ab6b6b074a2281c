package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.schemas.ContractFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is right is one line, and what says the same again is said once. */
class QuietGreenTest {
  private static final Path POSTMAN =
      Cli.EXAMPLES.resolve("conformant/postman-generate-order.http");
  private static final Path REFUND = Cli.EXAMPLES.resolve("conformant/refund.http");

  @TempDir private Path folder;

  @Test
  void recordingsOfTheExampleClientsAreOneLineEach() throws IOException {
    List<Object> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(Cli.EXAMPLES.resolve("conformant"))) {
      all.filter(file -> !file.equals(POSTMAN)).sorted().forEach(files::add);
    }

    assertOneLineEach(files);
  }

  @Test
  void documentedRequestsAreOneLineEach() throws IOException {
    List<Object> files = new ArrayList<>();
    for (JsonNode entry : json("examples/PROVENANCE.json").path("examples")) {
      String file = entry.path("file").asString().substring("examples/".length());
      if (entry.path("verbatim").asBoolean()
          && file.contains("/request-")
          && !file.contains("headers")
          && !file.contains("postman")) {
        files.add(signed(file));
      }
    }

    assertThat(files).hasSizeGreaterThan(9);
    files.addAll(List.of("--allow-files", folder));
    assertOneLineEach(files);
  }

  private static void assertOneLineEach(List<Object> arguments) {
    List<Object> all = new ArrayList<>(List.of("check", "--fail-on", "warning"));
    all.addAll(arguments);
    long files =
        arguments.stream()
            .filter(Path.class::isInstance)
            .filter(f -> Files.isRegularFile((Path) f))
            .count();

    Cli.Result result = Cli.run(all.toArray());

    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.CONFORMANT);
    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSize((int) files + 2);
    assertThat(lines.subList(0, (int) files)).allMatch(line -> line.contains("  conformant  "));
    assertThat(lines.get((int) files)).isEmpty();
    assertThat(lines.get((int) files + 1)).startsWith("conformant: " + files + " checked");
    assertThat(result.err()).isEmpty();
  }

  private Path signed(String example) throws IOException {
    String operation = example.substring(0, example.indexOf('/'));
    Path body = folder.resolve(example.replace('/', '-'));
    try (InputStream in = ContractFiles.open("examples/" + example)) {
      Files.copy(in, body);
    }
    List<Object> sign =
        new ArrayList<>(
            List.of(
                "sign",
                "--curl",
                "--client-id",
                "MCH-1",
                "--operation",
                operation,
                "--body",
                body));
    if (operation.endsWith(".notification")) {
      sign.addAll(List.of("--target", "/notifications"));
    }
    Cli.Result result = Cli.run(sign.toArray());
    assertThat(result.err()).isEmpty();
    return Files.writeString(folder.resolve(body.getFileName() + ".curl"), result.out());
  }

  private static JsonNode json(String file) throws IOException {
    try (InputStream in = ContractFiles.open(file)) {
      return JsonMapper.shared().readTree(in);
    }
  }

  @Test
  void otherFormOfAContradictionWarns() {
    Cli.Result result = Cli.run("check", "--fail-on", "warning", POSTMAN);

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out()).contains("warning  docs.amount-as-string");
  }

  @Test
  void notesAreCountedAndShownOnRequest() {
    assertThat(Cli.run("check", REFUND).out()).doesNotContain("docs.").contains("2 notes");
    assertThat(Cli.run("check", "--verbose", REFUND).out())
        .contains("docs.refund-payment-reference");
    assertThat(Cli.run("check", "--fail-on", "note", REFUND).out())
        .contains("note     docs.refund-payment-reference");
  }

  @Test
  void findingThatRepeatsIsPrintedOnce() throws IOException {
    Path many = Files.createDirectory(folder.resolve("many"));
    for (int i = 0; i < 5; i++) {
      Files.copy(POSTMAN, many.resolve(i + ".http"));
    }

    String out = Cli.run("check", "--ignore", "run.", many).out();

    assertThat(out.lines().filter(line -> line.startsWith("  warning"))).hasSize(1);
    assertThat(out.lines().filter(line -> line.contains("as above: docs.amount-as-string")))
        .hasSize(4);
    assertThat(out)
        .contains("  docs.amount-as-string  5 times\n    " + many.resolve("0.http"))
        .contains("    …\n");
  }

  @Test
  void ignoredCodesAreLeftOutAndCounted() throws IOException {
    Path broken = Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http");
    Path file = Files.writeString(folder.resolve("ignore"), "# ours\n\namount.* # sums\n");

    for (List<Object> options :
        List.<List<Object>>of(
            List.of("--ignore", "amount.sum"),
            List.of("--ignore", "docs.", "--ignore", "amount."),
            List.of("--ignore-file", file))) {
      List<Object> args = new ArrayList<>(List.of("check", broken));
      args.addAll(options);
      Cli.Result result = Cli.run(args.toArray());

      assertThat(result.code()).as("%s", options).isEqualTo(ExitCode.CONFORMANT);
      assertThat(result.out()).contains("1 ignored").doesNotContain("amount.sum");
    }
    assertThat(Cli.run("check", "--ignore", "docs.", broken).code())
        .isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void patternOfNoCodeIsAnErrorThatSaysWhere() throws IOException {
    Cli.Result argument = Cli.run("check", "--ignore", "amuont", REFUND);
    assertThat(argument.code()).isEqualTo(ExitCode.USAGE);
    assertThat(argument.err()).contains("--ignore", "amuont", "contract --rules");

    Path file = Files.writeString(folder.resolve("ignore"), "docs.\n*\n");
    Cli.Result line = Cli.run("check", "--ignore-file", file, REFUND);
    assertThat(line.code()).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).contains(file + ":2: expected the beginning of a code");
  }
}
