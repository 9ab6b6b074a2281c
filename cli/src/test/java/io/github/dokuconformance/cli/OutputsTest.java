package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.networknt.schema.SpecificationVersion;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.vectors.FormatSchema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each command that judges writes the same reports by the same options, and says in each what it
 * found.
 */
class OutputsTest {
  private static final String REPORTS = "/io/github/dokuconformance/cli/report/";
  private static final Map<String, String> VARIABLES =
      Map.of("DOKU_SECRET_KEY", Cli.SECRET, "DOKU_CLIENT_ID", "MCH-TEST-0001");
  private static final String CAREFREE =
      "fetch(process.env.DOKU_BASE_URL + '/akulaku-peer-to-peer/v2/cancel', {method: 'POST', body:"
          + " '{}'}).then((answer) => answer.text())";

  @TempDir private Path folder;

  private HttpServer yielding;

  /** An endpoint, or an upstream server, that takes everything. */
  @BeforeEach
  void start() throws IOException {
    yielding = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    yielding.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    yielding.start();
  }

  @AfterEach
  void stop() {
    yielding.stop(0);
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        argumentSet(
            "notify",
            "probe-report.schema.json",
            List.of("notify", "--only", "forged.*", "URL/notifications"),
            "forged.random-mac"),
        argumentSet(
            "inquire",
            "probe-report.schema.json",
            List.of("inquire", "--number", "8888000000000001", "URL/inquiries"),
            "answer.signed"),
        argumentSet(
            "explain",
            "explain-report.schema.json",
            List.of("explain", "../examples/broken/target-path-prefix.http"),
            "target.path-prefix"),
        argumentSet(
            "sandbox",
            "check-report.schema.json",
            List.of(
                "sandbox",
                "--require",
                "akulaku.refund",
                "--for",
                Tools.want("node").toString(),
                "-e",
                CAREFREE),
            "client.not-exercised"),
        argumentSet(
            "proxy",
            "check-report.schema.json",
            List.of(
                "proxy",
                "--upstream",
                "URL",
                "--for",
                Tools.want("node").toString(),
                "-e",
                CAREFREE),
            "signature.missing"),
        argumentSet(
            "vectors run",
            "",
            Stream.of(
                    List.of("vectors", "run", "--op", "digest", "--"), DigestAdapter.command("hex"))
                .flatMap(List::stream)
                .toList(),
            "digest/"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void sayTheSameInEachForm(String schema, List<String> command, String named) throws Exception {
    Cli.Result run = run(command, "--output", "FORMAT=FILE");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.NOT_CONFORMANT);
    for (String format : List.of("junit", "markdown", "json", "text")) {
      assertThat(folder.resolve(format)).content(UTF_8).contains(named).doesNotContain(Cli.SECRET);
    }
    assertValid(schema, Files.readString(folder.resolve("json")));
    Element suite = junit(folder.resolve("junit"));
    assertThat(suite.getAttribute("name")).startsWith("doku-conformance " + command.get(0));
    assertThat(Integer.parseInt(suite.getAttribute("failures"))).isPositive();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void standAloneOnStandardOutput(String schema, List<String> command, String named)
      throws Exception {
    Cli.Result run = run(command, "--format", "json");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(run.out()).contains(named);
    assertValid(schema, run.out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void areRefusedBeforeAnythingIsDoneWhereAFileCannotBe(
      String schema, List<String> command, String named) throws Exception {
    Cli.Result run = run(command, "--output", "junit=" + folder.resolve("no-such-folder/a.xml"));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).singleElement().asString().contains("no such directory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sarif", "github"})
  void thatPointIntoFilesAreNoneOfAServers(String format) {
    Cli.Result run = Cli.run("sandbox", "--output", format + "=" + folder.resolve("report"));

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.errLines())
        .singleElement()
        .asString()
        .contains("text, json, jsonl, junit, markdown, html");
  }

  @Test
  void ofAListAreTextOrJson() {
    assertThat(Cli.run("notify", "--list", "--format", "junit").code()).isEqualTo(ExitCode.USAGE);
    assertThat(Cli.run("inquire", "--list", "--output", "json=" + folder.resolve("list")).code())
        .isEqualTo(ExitCode.USAGE);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void ofARightRunHaveNoFailure() throws Exception {
    Cli.Result run =
        run(List.of("explain", "../examples/conformant/refund.http"), "--output", "FORMAT=FILE");

    Element suite = junit(folder.resolve("junit"));
    assertThat(run.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("0");
    assertThat(folder.resolve("markdown"))
        .content(UTF_8)
        .contains(": conformant", "2 judged, 2 passed");
  }

  /** Runs a command with options behind its name; FORMAT=FILE stands for a file of each form. */
  private Cli.Result run(List<String> command, String option, String value) {
    List<Object> args = new ArrayList<>();
    String url = "http://localhost:" + yielding.getAddress().getPort();
    int name = command.get(0).equals("vectors") ? 2 : 1;
    command.subList(0, name).forEach(args::add);
    if (value.equals("FORMAT=FILE")) {
      for (String format : List.of("junit", "markdown", "json", "text")) {
        args.add(option);
        args.add(format + "=" + folder.resolve(format));
      }
    } else {
      args.add(option);
      args.add(value);
    }
    if (command.get(0).equals("sandbox") || command.get(0).equals("proxy")) {
      args.add("--port");
      args.add("0");
    }
    command.subList(name, command.size()).forEach(it -> args.add(it.replace("URL/", url + "/")));
    args.replaceAll(it -> it.equals("URL") ? url : it);
    return Cli.runNow(VARIABLES, args.toArray());
  }

  private static void assertValid(String schema, String json) throws IOException {
    if (schema.isEmpty()) {
      assertThat(FormatSchema.REPORT.violations(JsonMapper.shared().readTree(json))).isEmpty();
    } else {
      ReportForms.assertValid(REPORTS + schema, SpecificationVersion.DRAFT_2020_12, json);
    }
  }

  private static Element junit(Path file) throws Exception {
    return ReportForms.suite(Files.readString(file));
  }
}
