package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that can't be read is one line on stderr that says what and where, and exit code 2. */
class BadInputTest {
  private static final String HEAD =
      "POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1\r\nClient-Id: MCH-1\r\n";

  @TempDir Path folder;

  static List<Arguments> unreadable() {
    return List.of(
        argumentSet("truncated head", "a.http", bytes(HEAD), "a.http"),
        argumentSet(
            "body shorter than Content-Length",
            "a.http",
            bytes(HEAD + "Content-Length: 50\r\n\r\n{}"),
            "50"),
        argumentSet("header without colon", "a.http", bytes(HEAD + "Oops\r\n\r\n"), "a.http:3"),
        argumentSet("HAR that is not JSON", "a.har", bytes("<html>"), "a.har:1"),
        argumentSet("empty file", "a.json", bytes(""), "empty"),
        argumentSet("body of 20 MiB", "a.http", large(), "10 MiB"),
        argumentSet(
            "number of 1,001 digits",
            "a.har",
            bytes("{\"log\":{\"entries\":[{\"time\":" + "9".repeat(1_001) + "}]}}"),
            "expected at most 1000 characters in one number, got more (at /log/entries/0/time)"),
        argumentSet(
            "line of a log, 300 deep",
            "a.jsonl",
            bytes("{\"url\":\"https://h/\",\"data\":" + "[".repeat(300) + "]".repeat(300) + "}"),
            "a.jsonl:1: expected JSON that is nested no deeper than 200"),
        argumentSet(
            "collection with a member twice",
            "a.json",
            bytes("{\"info\":{},\n\"item\":[],\"item\":[]}"),
            "a.json:2:17: expected each member once, got another \"item\""),
        argumentSet("JSON 10,000 deep", "a.json", bytes("[".repeat(10_000)), "a.json:1"),
        argumentSet(
            "exchange JSON that is not UTF-8",
            "a.jsonl",
            new byte[] {'{', '"', (byte) 0xff, '"', '}'},
            "a.jsonl:1"),
        argumentSet("unknown ending", "a.txt", bytes("x"), ".http"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void saysWhatAndWhere(String name, byte[] content, String says) throws IOException {
    Path file = Files.write(folder.resolve(name), content);

    Cli.Result result = Cli.run("check", file);

    assertOneLine(result, says);
    assertThat(result.err()).contains(name);
  }

  @Test
  void saysThatAFileIsMissing() {
    assertOneLine(Cli.run("check", folder.resolve("no.http")), "no.http: no such file");
  }

  @Test
  void checksNothingInAFolderWithoutRecordings() {
    Cli.Result result = Cli.run("check", folder);

    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(result.err()).contains("nothing was checked");
  }

  @Test
  void saysThatTheSecretsVariableIsNotSet() {
    Cli.Result result =
        Cli.run(
            Map.of(),
            "",
            "check",
            "--secret-env",
            "NOT_SET",
            Cli.EXAMPLES.resolve("conformant/refund.http"));

    assertOneLine(result, "$NOT_SET");
  }

  @Test
  void saysWhatIsWrongWithAnOption() {
    assertOneLine(Cli.run("check", "--fomat", "json", "x.http"), "--format");
    assertOneLine(
        Cli.run("check", "--operation", "akulaku.refnd", "x.http"), "did you mean akulaku.refund?");
    assertOneLine(
        Cli.run("check", "--operation", "akulaku.pay", "x.http"),
        "doku-conformance contract lists them");
    assertOneLine(Cli.run("check", "--now", "yesterday", "x.http"), "yesterday");
  }

  @Test
  void readsNoMoreOfAFileThanAnySuchHas() throws IOException {
    Path huge = folder.resolve("huge.json");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(11L << 20);
    }
    Path recording = Cli.EXAMPLES.resolve("conformant/refund.http");

    assertOneLine(
        Cli.run("check", "--credentials", huge, recording),
        "huge.json: expected a file of at most 10 MiB");
    assertOneLine(
        Cli.run("check", "--baseline", huge, recording),
        "huge.json: expected a file of at most 10 MiB");
    assertOneLine(
        Cli.run("check", "--secret-file", huge, recording),
        "huge.json: expected a file with the secret");
    assertOneLine(
        Cli.run("sandbox", "--credentials", huge), "huge.json: expected a file of at most 10 MiB");
    assertOneLine(
        Cli.run("vectors", "run", "--expected", huge, "--", "cat"),
        "huge.json: wanted at most 4 MiB");
  }

  @Test
  void anExchangeWithAMemberTooManyDoesNotLoseItsResponse() throws IOException {
    Path file = folder.resolve("exchange.json");
    Files.writeString(
        file,
        """
        {
          "id": 7,
          "request": {"method": "POST", "target": "/a", "headers": [], "body": "{}"},
          "response": {"status": 200, "headers": [], "body": "{}"}
        }
        """);

    assertOneLine(Cli.run("check", file), "exchange.json:2:9: unknown member \"id\"");
  }

  @Test
  void goesOnAfterALineThatCannotBeRead() throws IOException {
    List<String> good = Files.readAllLines(Cli.EXAMPLES.resolve("broken/request-id-reused.jsonl"));
    Path file =
        Files.write(
            folder.resolve("a.jsonl"), List.of(good.get(0), "{\"request\":7}", good.get(1)));

    Cli.Result result = Cli.run("check", "--format", "jsonl", file);

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out().lines()).hasSize(3);
    assertThat(result.out().lines().filter(line -> line.startsWith("{\"unreadable\":")))
        .singleElement()
        .asString()
        .contains("a.jsonl:2");
    assertThat(result.errLines()).singleElement().asString().contains("a.jsonl:2");
  }

  @Test
  void findsInvalidUtf8AndDeepJsonInARecordedBodyRatherThanRefuseIt() throws IOException {
    byte[] head = bytes(HEAD + "\r\n");
    byte[] deep = concat(head, bytes("[".repeat(10_000)));
    byte[] notUtf8 = concat(head, new byte[] {'"', (byte) 0xff, '"'});

    assertThat(check(deep).out()).contains("json.too-deep");
    assertThat(check(notUtf8).out()).contains("json.not-utf8");
    assertThat(check(notUtf8).code()).isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void failsWhenNothingWasChecked() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "[]");

    assertThat(Cli.run("check", file).code()).isEqualTo(ExitCode.NOTHING_CHECKED);
  }

  private Cli.Result check(byte[] content) throws IOException {
    return Cli.run("check", "--format", "json", Files.write(folder.resolve("b.http"), content));
  }

  private static void assertOneLine(Cli.Result result, String says) {
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines()).singleElement().asString().contains(says);
    assertThat(result.err()).doesNotContain("Exception", "\tat ");
    assertThat(result.out()).isEmpty();
  }

  private static byte[] large() {
    byte[] body = new byte[20 << 20];
    Arrays.fill(body, (byte) ' ');
    return concat(bytes(HEAD + "Content-Length: " + body.length + "\r\n\r\n"), body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] concat(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
