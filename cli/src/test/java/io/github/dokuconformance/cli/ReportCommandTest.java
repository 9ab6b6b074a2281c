package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.recognition.CredentialsFile;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.cli.input.recognition.JsonLine;
import io.github.dokuconformance.cli.stored.StoredResult;
import io.github.dokuconformance.cli.stored.StoredSummary;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.run.RunCheck;
import io.github.dokuconformance.signature.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code report} says of a stored run what {@code check} says of its recordings. */
class ReportCommandTest {
  private static final List<String> FORMS =
      List.of("json", "jsonl", "junit", "sarif", "markdown", "html", "github", "text");

  private static final InputOptions OPTIONS =
      new InputOptions(
          Optional.empty(),
          CheckRun::isOfContract,
          AllowedFiles.none(),
          Optional.empty(),
          Optional.empty());

  @TempDir private static Path shared;

  private static Path recording;
  private static Path keys;

  @TempDir private Path folder;

  private Path stored;

  /** Stores a run as a cluster does, in two parts. */
  @BeforeAll
  static void store() throws Exception {
    List<String> lines = new ArrayList<>(recorded());
    lines.add(lines.get(0).replace("\\\"name\\\"", "\\\"nmae\\\"")); // Its id with another body.
    lines.add("nonsense");
    recording = Files.write(shared.resolve("a.jsonl"), lines);
    keys =
        Files.writeString(
            shared.resolve("keys.json"),
            "{\"MCH-0001-10791114622547\":\"%s\"}".formatted(Cli.SECRET));
    Path stored = Files.createDirectory(shared.resolve("stored"));
    CheckContext context = CheckContext.nothing().withKeys(KeyRing.of(CredentialsFile.read(keys)));
    RunCheck run = new RunCheck(1_000);
    Explainer explainer = new Explainer(context);
    List<String> findings = new ArrayList<>();
    List<String> diagnoses = new ArrayList<>();
    List<StoredSummary.Split> splits = new ArrayList<>();
    long exchange = 0;
    for (List<String> part : List.of(lines.subList(0, 3), lines.subList(3, lines.size()))) {
      List<String> results = new ArrayList<>();
      for (int i = 0; i < part.size(); i++) {
        JsonLine line = new JsonLine("x", 1, false, part.get(i).getBytes(UTF_8), Optional.empty());
        CheckResult result;
        try {
          result = Check.check(line.parse(), context);
        } catch (InputException e) {
          results.add(StoredResult.unreadable(i + 1, e.getMessage().substring("x:1:".length())));
          continue;
        }
        exchange++;
        results.add(StoredResult.line(result, i + 1));
        for (Finding finding : run.next(result.trace())) {
          findings.add(StoredResult.finding(exchange, finding));
        }
        CheckResult explained = explainer.explain(result);
        if (Explainer.isInvalid(result)) {
          diagnoses.add(StoredResult.explained(exchange, explained));
        }
      }
      int unreadable = part.contains("nonsense") ? 1 : 0;
      Files.write(stored.resolve(StoredSummary.results(splits.size())), results);
      splits.add(new StoredSummary.Split(0, part.size(), part.size() - unreadable, unreadable));
    }
    Files.write(stored.resolve(StoredSummary.findings(0)), findings);
    Files.write(stored.resolve(StoredSummary.DIAGNOSES), diagnoses);
    Files.writeString(
        stored.resolve(StoredSummary.FILE),
        new StoredSummary(
                Optional.of(keys.toString()),
                List.of(new StoredSummary.Input(recording.toString(), Optional.empty())),
                splits,
                1,
                "not-conformant",
                Map.of(),
                explainer.remarks())
            .toJson());
    assertThat(findings).isNotEmpty();
    assertThat(diagnoses).hasSizeGreaterThan(3);
  }

  /** Copies it, so that a test can change it. */
  @BeforeEach
  void copy() throws IOException {
    stored = Files.createDirectory(folder.resolve("stored"));
    for (String name :
        List.of(
            StoredSummary.FILE,
            StoredSummary.DIAGNOSES,
            StoredSummary.results(0),
            StoredSummary.results(1),
            StoredSummary.findings(0))) {
      Files.copy(shared.resolve("stored").resolve(name), stored.resolve(name));
    }
  }

  /** Returns the examples, a line each. */
  private static List<String> recorded() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String name : List.of("conformant", "broken")) {
      for (Path file : list(Cli.EXAMPLES.resolve(name))) {
        try (InputSource source = Inputs.open(file, OPTIONS)) {
          for (var next = source.next(); next.isPresent(); next = source.next()) {
            lines.add(ExchangeJson.write(next.get().parse()));
          }
        }
      }
    }
    return lines;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().endsWith(".http")).sorted().toList();
    }
  }

  @Test
  void saysWhatCheckSays() throws IOException {
    Cli.Result check =
        Cli.run(Map.of(), "", args("check", "one", "--credentials", keys, recording));
    Cli.Result report = Cli.run(Map.of(), "", args("report", "many", stored));

    for (String form : FORMS) {
      assertThat(Files.readString(folder.resolve("many." + form)))
          .as(form)
          .isEqualTo(Files.readString(folder.resolve("one." + form)));
    }
    assertThat(report.code()).isEqualTo(check.code()).isEqualTo(ExitCode.USAGE);
    assertThat(report.out()).isEqualTo(check.out()).contains("run.request-id-reused");
    assertThat(report.err()).isEqualTo(check.err()).contains("a.jsonl:20:9: not JSON");
  }

  private Object[] args(String command, String name, Object... rest) {
    List<Object> args = new ArrayList<>(List.of(command, "--verbose"));
    for (String form : FORMS) {
      args.addAll(List.of("--output", form + "=" + folder.resolve(name + "." + form)));
    }
    args.addAll(List.of(rest));
    return args.toArray();
  }

  @Test
  void takesTheOptionsOfCheck() throws IOException {
    Files.delete(stored.resolve(StoredSummary.results(1)));
    Files.delete(stored.resolve(StoredSummary.DIAGNOSES));
    Files.writeString(stored.resolve(StoredSummary.DIAGNOSES), "");
    String part = Files.readString(stored.resolve(StoredSummary.results(0)));
    Files.writeString(
        stored.resolve(StoredSummary.FILE),
        "{\"version\":1,\"inputs\":[{\"name\":\"x.jsonl\"}],\"splits\":[[0,3,3,0]]}");
    assertThat(part.lines()).hasSize(3);

    assertThat(Cli.run(Map.of(), "", "report", "-q", stored).code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(Cli.run(Map.of(), "", "report", "--fail-on", "note", stored).err())
        .contains("no secret is given");
    Cli.Result ignored = Cli.run(Map.of(), "", "report", "--ignore", "docs.", stored);
    assertThat(ignored.out()).contains("3 checked");
  }

  @Test
  void emptyRunIsNotGreen() throws IOException {
    Files.writeString(stored.resolve(StoredSummary.DIAGNOSES), "");
    Files.writeString(stored.resolve(StoredSummary.FILE), "{\"version\":1}");

    Cli.Result result = Cli.run("report", stored);

    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(result.err()).contains("nothing was checked");
  }

  /** What may be wrong with a file of the folder: its name, new content, what is said. */
  static Stream<Arguments> broken() {
    String results = StoredSummary.results(0);
    return Stream.of(
        argumentSet("no summary", "run.json", "", "expected the folder that a job on Spark"),
        argumentSet("no JSON", "run.json", "<html>", "run.json:1:2: not JSON"),
        argumentSet("another version", "run.json", "{\"version\":2}", "from 1 to 1, got 2"),
        argumentSet("no run", "run.json", "{\"name\":2}", "the summary of a run"),
        argumentSet(
            "part of no input", "run.json", "{\"version\":1,\"splits\":[[0,1,1,0]]}", "of another"),
        argumentSet(
            "half a part", "run.json", "{\"version\":1,\"splits\":[[0,1]]}", "four numbers"),
        argumentSet("missing part", results, "", "results-000000.jsonl: no such file"),
        argumentSet(
            "short part",
            results,
            "{\"line\":1,\"operation\":\"akulaku.refund\",\"request\":\"valid\",\"findings\":[]}\n",
            "expected 3 results and 0 unreadable lines, as in run.json, got 1 and 0"),
        argumentSet("unknown operation", results, "{\"line\":1,\"operation\":\"x\"}", ":1:"),
        argumentSet("unknown status", results, "{\"line\":1,\"request\":\"x\"}", "became of a"),
        argumentSet("no object", results, "[]\n", "expected an object, got an array"),
        argumentSet(
            "empty finding", results, "{\"line\":1,\"findings\":[{}]}", "there is no source"),
        argumentSet(
            "error without proof",
            results,
            "{\"line\":1,\"findings\":[{\"code\":\"a.b\",\"severity\":\"error\",\"part\":\"request\","
                + "\"at\":\"\",\"requirement\":\"r\",\"hint\":\"h\",\"source\":\"assumed: x\"}]}",
            "expected an error to be documented or observed"),
        argumentSet("two lines of one", results, "{\"line\":2}\n{\"line\":1}\n", "an earlier one"),
        argumentSet(
            "finding of no exchange",
            "findings-00000.jsonl",
            "{\"exchange\":999999,\"finding\":{\"code\":\"a.b\",\"severity\":\"note\",\"part\":"
                + "\"request\",\"at\":\"\",\"requirement\":\"r\",\"hint\":\"h\",\"source\":"
                + "\"assumed: x\"}}",
            "got one of exchange 999999"),
        argumentSet(
            "unknown mistake",
            "diagnoses.jsonl",
            "{\"exchange\":1,\"request\":{\"explanations\":[[{\"scheme\":\"non-snap\",\"code\":\"x\"}]]}}",
            "a mistake that this version knows"),
        argumentSet(
            "diagnosis of nothing",
            "diagnoses.jsonl",
            "{\"exchange\":1,\"request\":{}}",
            "stages"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void saysWhatIsWrongWithAFolder(String name, String content, String says) throws IOException {
    Path file = stored.resolve(name);
    Files.delete(file);
    if (!content.isEmpty()) {
      Files.writeString(file, content);
    }

    Cli.Result result =
        Cli.run(Map.of(), "", "report", stored, "--output", "json=" + folder.resolve("r.json"));

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err().replace("\n", " ")).contains(says).doesNotContain("Exception");
    assertThat(folder.resolve("r.json")).doesNotExist();
  }

  @Test
  void saysThatThereIsNoFolder() {
    assertThat(Cli.run("report", folder.resolve("none")).err()).contains("got no folder");
    assertThat(Cli.run("report").code()).isEqualTo(ExitCode.USAGE);
  }
}
