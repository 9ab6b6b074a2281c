package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bundled recordings are judged as their names say. */
class ExamplesTest {
  private static final List<Arguments> BROKEN =
      List.of(
          argumentSet(
              "amount-decimal-string.http", "amount-decimal-string.http", "schema.pattern", ""),
          argumentSet("amount-not-the-sum.http", "amount-not-the-sum.http", "amount.sum", ""),
          argumentSet(
              "body-minified.http", "body-minified.http", "signature.mismatch", "body.minified"),
          argumentSet(
              "notification-doku-path.http",
              "notification-doku-path.http",
              "signature.mismatch",
              "target.not-own-path"),
          argumentSet(
              "request-id-reused.jsonl", "request-id-reused.jsonl", "run.request-id-reused", ""),
          argumentSet(
              "signature-hex.http",
              "signature-hex.http",
              "signature.malformed",
              "signature.encoding-hex"),
          argumentSet(
              "string-to-sign-trailing-newline.http",
              "string-to-sign-trailing-newline.http",
              "signature.mismatch",
              "string-to-sign.trailing-newline"),
          argumentSet(
              "target-leading-slash-missing.http",
              "target-leading-slash-missing.http",
              "signature.mismatch",
              "target.leading-slash-missing"),
          argumentSet(
              "target-path-prefix.http",
              "target-path-prefix.http",
              "signature.mismatch",
              "target.path-prefix"),
          argumentSet(
              "timestamp-local-time.har",
              "timestamp-local-time.har",
              "header.timestamp-local-time",
              ""),
          argumentSet(
              "timestamp-milliseconds-sent.http",
              "timestamp-milliseconds-sent.http",
              "header.timestamp-fraction",
              ""),
          argumentSet(
              "timestamp-milliseconds-signed.http",
              "timestamp-milliseconds-signed.http",
              "signature.mismatch",
              "timestamp.milliseconds"));

  @Test
  void findsTheDocumentationSamplesConformant() throws IOException {
    Object[] files = files("conformant").toArray();

    Cli.Result result = Cli.run(concat(new Object[] {"check", "--format", "json"}, files));

    assertThat(result.code()).isEqualTo(ExitCode.CONFORMANT);
    JsonNode report = JsonMapper.shared().readTree(result.out());
    assertThat(report.path("checked").asInt()).isEqualTo(files.length).isPositive();
    assertThat(report.path("exchanges"))
        .allSatisfy(
            exchange ->
                assertThat(exchange.path("signatures").path("request").path("status").asString())
                    .isEqualTo("valid"));
  }

  static List<Arguments> broken() {
    return BROKEN;
  }

  @ParameterizedTest
  @MethodSource("broken")
  void findsEachBrokenTwinNotConformantForItsOneMistake(
      String file, String code, String diagnosis) {
    Path recording = Cli.EXAMPLES.resolve("broken").resolve(file);

    Cli.Result result = Cli.run("check", "--fail-on", "warning", "--format", "json", recording);

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(errors(result)).containsExactly(code);
    assertThat(diagnosis(result)).isEqualTo(diagnosis);
  }

  @Test
  void namesEveryBrokenExampleHere() throws IOException {
    Set<String> listed =
        BROKEN.stream().map(a -> ((Arguments.ArgumentSet) a).getName()).collect(Collectors.toSet());

    assertThat(files("broken").map(path -> path.getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  private static Set<String> errors(Cli.Result result) {
    Set<String> codes = new TreeSet<>();
    for (JsonNode exchange : JsonMapper.shared().readTree(result.out()).path("exchanges")) {
      for (JsonNode finding : exchange.path("findings")) {
        if (!finding.path("severity").asString().equals("note")
            && !finding.path("code").asString().startsWith("docs.")) {
          codes.add(finding.path("code").asString());
        }
      }
    }
    return codes;
  }

  private static String diagnosis(Cli.Result result) {
    return JsonMapper.shared()
        .readTree(result.out())
        .at("/exchanges/0/signatures/request/diagnosis/0/codes/0")
        .asString("");
  }

  private static Stream<Path> files(String folder) throws IOException {
    try (Stream<Path> list = Files.list(Cli.EXAMPLES.resolve(folder))) {
      return list.sorted().toList().stream();
    }
  }

  private static Object[] concat(Object[] a, Object[] b) {
    return Stream.concat(Stream.of(a), Stream.of(b)).toArray();
  }
}
