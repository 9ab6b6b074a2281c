package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The steps of action.yml, run as a GitHub runner runs them. */
class ActionTest {
  private static final Pattern STEP = Pattern.compile("(?m)^    - name: .*\n(?:(?:      .*)?\n)*");
  private static final Pattern VARIABLE =
      Pattern.compile("(?m)^        (\\w+): \\$\\{\\{ inputs\\.([\\w-]+) }}$");
  private static final Pattern DEFAULT =
      Pattern.compile("(?m)^  ([\\w-]+):\n    description: .*\n    default: '?(.*?)'?$");

  @TempDir Path folder;
  private Shell shell;
  private String action;

  @BeforeEach
  void prepare() throws IOException {
    action = Files.readString(Cli.ROOT.resolve("action.yml"));
    shell = new Shell(folder);
    Files.writeString(folder.resolve("any program.jar"), "java is told to run this, and runs us");
    for (String file : List.of("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")) {
      shell.with(file, Files.createFile(folder.resolve(file)).toString());
    }
  }

  /** Runs all steps, and returns the last's result. */
  private Shell.Result run(Map<String, String> given) throws Exception {
    Files.writeString(folder.resolve("GITHUB_OUTPUT"), "");
    Map<String, String> inputs = new HashMap<>();
    DEFAULT.matcher(action).results().forEach(m -> inputs.put(m.group(1), m.group(2)));
    inputs.putAll(given);
    List<MatchResult> steps = STEP.matcher(action).results().toList();
    assertThat(steps).hasSize(1);
    Shell.Result result = new Shell.Result(0, "");
    for (MatchResult step : steps) {
      for (MatchResult variable : VARIABLE.matcher(step.group()).results().toList()) {
        assertThat(inputs).containsKey(variable.group(2));
        shell.with(variable.group(1), inputs.get(variable.group(2)));
      }
      String script = step.group().substring(step.group().indexOf("run: |\n") + 7);
      result = shell.run(script.replaceAll("(?m)^        ", ""));
      for (String line : Files.readAllLines(folder.resolve("GITHUB_ENV"))) {
        shell.with(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
      }
    }
    return result;
  }

  private Map<String, String> inputs(String files, String... more) {
    Map<String, String> inputs = new HashMap<>();
    inputs.putAll(Map.of("files", files, "secret", Cli.SECRET, "program", "any program.jar"));
    for (int i = 0; i < more.length; i += 2) {
      inputs.put(more[i], more[i + 1]);
    }
    return inputs;
  }

  @Test
  void failsOnABrokenRecordingAndSaysWhere() throws Exception {
    Shell.Result result = run(inputs("examples/**/amount-not-the-sum.http"));

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out())
        .contains("::error file=examples/broken/amount-not-the-sum.http,line=13,col=19,")
        .doesNotContain(Cli.SECRET);
    assertThat(folder.resolve("GITHUB_STEP_SUMMARY")).content().contains("amount.sum");
    assertThat(folder.resolve("GITHUB_OUTPUT")).hasContent("exit-code=1\n");
    for (String report : List.of("doku.sarif", "doku.xml", "doku.html", "doku.md")) {
      assertThat(folder.resolve("doku-reports").resolve(report)).isNotEmptyFile();
    }
  }

  @Test
  void passesWithABaselineAndFailsWhenItIsStale() throws Exception {
    Path recording = folder.resolve("order.http");
    Files.copy(Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http"), recording);
    Files.writeString(
        folder.resolve("accepted.json"),
        "{\"accepted\":[{\"code\":\"amount.sum\",\"operation\":\"akulaku.generate-order\","
            + "\"part\":\"request\",\"at\":\"/order/amount\",\"reason\":\"known\"}]}");

    assertThat(run(inputs("order.http", "baseline", "accepted.json")).code())
        .isEqualTo(ExitCode.CONFORMANT);
    Files.delete(recording);
    Files.copy(Cli.EXAMPLES.resolve("conformant/generate-order.http"), recording);
    Shell.Result stale = run(inputs("order.http", "baseline", "accepted.json"));
    assertThat(stale.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(stale.out()).contains("::error file=accepted.json,line=1,", "baseline.stale");
  }

  @Test
  void takesNamesWithSpaces() throws Exception {
    Path recordings = Files.createDirectory(folder.resolve("my recordings"));
    Files.copy(Cli.EXAMPLES.resolve("conformant/refund.http"), recordings.resolve("a refund.http"));

    Shell.Result right =
        run(
            inputs(
                "my recordings/*.http\nexamples/conformant/refund.http", "reports", "my reports"));
    Files.copy(
        Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http"),
        recordings.resolve("an order.http"));
    Shell.Result wrong = run(inputs("my recordings/*.http"));

    assertThat(right.code()).as(right.out()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(folder.resolve("my reports/doku.md")).content().contains("2 checked");
    assertThat(wrong.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(wrong.out()).contains("::error file=my recordings/an order.http,line=");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        argumentSet(
            "no file matches",
            ExitCode.NOTHING_CHECKED,
            "matches no file",
            Map.of("files", "none/**/*.http")),
        argumentSet(
            "a severity that is none", ExitCode.USAGE, "--fail-on", Map.of("fail-on", "eror")),
        argumentSet("no program", ExitCode.USAGE, "expected program", Map.of("program", "")),
        argumentSet(
            "a program that is not there",
            ExitCode.USAGE,
            "no.jar, where no file is",
            Map.of("program", "no.jar")),
        argumentSet(
            "another checksum", ExitCode.USAGE, "is not the file", Map.of("sha256", "00ff")),
        argumentSet(
            "a version without checksum",
            ExitCode.USAGE,
            "wants sha256",
            Map.of("program", "", "version", "1.0")),
        argumentSet(
            "an archive that is none",
            ExitCode.USAGE,
            "can't be unpacked",
            Map.of("program", "none.tar.gz")),
        argumentSet(
            "a folder for reports that is a file",
            ExitCode.USAGE,
            "any program.jar",
            Map.of("reports", "any program.jar")));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void annotatesEachReasonToFail(int code, String says, Map<String, String> given)
      throws Exception {
    Files.createFile(folder.resolve("none.tar.gz"));
    Map<String, String> inputs = inputs("examples/conformant/refund.http");
    inputs.putAll(given);

    Shell.Result result = run(inputs);

    assertThat(result.code()).as(result.out()).isEqualTo(code);
    assertThat(result.out().lines())
        .filteredOn(line -> line.startsWith("::error "))
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains(says);
    assertThat(folder.resolve("GITHUB_OUTPUT")).hasContent("exit-code=" + code + "\n");
  }

  @Test
  void annotatesThatNoSecretIsThere() throws Exception {
    Shell.Result result = run(inputs("examples/conformant/refund.http", "secret", ""));

    assertThat(result.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out()).contains("::notice title=doku-conformance::").contains("no secret");
  }

  @Test
  void takesTheArchiveOfAReleaseOnceWhereItsChecksumIsRight() throws Exception {
    Path archive = shell.archive();
    String sum =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(200, 0);
          try (exchange) {
            Files.copy(archive, exchange.getResponseBody());
          }
        });
    server.start();
    try {
      shell
          .with("GITHUB_SERVER_URL", "http://127.0.0.1:" + server.getAddress().getPort())
          .with("GITHUB_ACTION_REPOSITORY", "owner/action")
          .with(
              "RUNNER_TOOL_CACHE", Files.createDirectory(folder.resolve("tool cache")).toString());
      Map<String, String> inputs =
          inputs("examples/broken/amount-not-the-sum.http", "program", "", "version", "0.1.0");

      Shell.Result wrong = run(with(inputs, "sha256", "00ff"));
      Shell.Result first = run(with(inputs, "sha256", sum));
      Shell.Result second = run(with(inputs, "sha256", sum));

      assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
      assertThat(List.of(first.code(), second.code())).containsOnly(ExitCode.NOT_CONFORMANT);
      assertThat(asked)
          .hasSize(2)
          .allMatch(
              path ->
                  path.matches(
                      "/owner/action/releases/download/v0.1.0/doku-conformance-0.1.0-\\w+-\\w+\\.tar\\.gz"));
    } finally {
      server.stop(0);
    }
  }

  private static Map<String, String> with(Map<String, String> inputs, String name, String value) {
    Map<String, String> more = new HashMap<>(inputs);
    more.put(name, value);
    return more;
  }

  @Test
  void handsNoInputToTheShellAsText() {
    Matcher script = Pattern.compile("(?s)run: \\|\n(.*?)(?=\n    - |\\z)").matcher(action);
    List<String> scripts = new ArrayList<>();
    while (script.find()) {
      scripts.add(script.group(1));
    }

    assertThat(scripts).hasSize(1).noneMatch(text -> text.contains("${{"));
  }
}
