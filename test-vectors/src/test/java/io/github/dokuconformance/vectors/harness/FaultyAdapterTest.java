package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Five adapters, each with one deliberate fault, run as their authors would run them. */
class FaultyAdapterTest {
  private static final VectorSuite SUITE = VectorSuite.bundled();
  private static final String TEXT =
      SUITE
          .find("canonicalize/generate-order/valid")
          .orElseThrow()
          .expected()
          .at("/stages/stringToSign")
          .asString();

  /** Serves the mutant of that name. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
      StdioAdapter.serve(
          Mutant.all().filter(it -> it.name().equals(args[0])).findFirst().orElseThrow().target());
    }
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        argumentSet(
            "a newline behind the last line",
            "string-to-sign.trailing-newline lf",
            "canonicalize/generate-order/valid",
            new Difference("stringToSign", TEXT.length(), TEXT, TEXT + "\n")),
        argumentSet(
            "the digest in hex",
            "digest.encoding-hex",
            "digest/known/abc",
            new Difference(
                "digest",
                0,
                "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
        argumentSet(
            "the MAC without its prefix",
            "signature.prefix-missing",
            "sign/generate-order/valid",
            new Difference(
                "signature",
                0,
                "HMACSHA256=x1y4YjyQltv7kU241L/Ctrc+7RNKxRhPzyyWgO/FTIE=",
                "x1y4YjyQltv7kU241L/Ctrc+7RNKxRhPzyyWgO/FTIE=")),
        argumentSet(
            "the body written again by PHP",
            "body.reserialized php",
            "digest/akulaku/generate-order",
            phpDifference()),
        argumentSet(
            "a verifier that compares the first bytes",
            "verifier.compares-first-bytes",
            "verify/bypass/last-bit",
            new Difference("valid", 0, "false", "true")));
  }

  /** What PHP's json_encode writes is not what came: slashes and non-ASCII are escaped. */
  private static Difference phpDifference() {
    TestCase test = SUITE.find("digest/akulaku/generate-order").orElseThrow();
    String body = test.input().at("/body/utf8").asString();
    byte[] written = Reserializer.PHP.rewritten(body).getBytes(UTF_8);
    return Difference.of(
        "digest",
        test.expected().at("/stages/digest").asString(),
        Recipe.base64(Recipe.hash("SHA-256", written)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void areToldTheFirstDifferenceAndWhatToDo(String mutant, String caseId, Difference difference)
      throws Exception {
    Selection selection = new Selection(Set.of(), Set.of(), List.of(caseId));
    RunOptions options =
        new RunOptions(
            selection, ConformanceLevel.MUST, Strictness.LENIENT, Duration.ofSeconds(20));

    RunReport report =
        new SuiteRun(SUITE, options, ExpectedFailures.NONE, Instant.EPOCH)
            .runAdapter(command(mutant));

    CaseResult result = report.results().get(0);
    assertThat(result.verdict().firstDifference()).hasValue(difference);
    assertThat(result.hint()).isPresent();
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.toText())
        .contains("first difference: " + difference.stage() + ", character " + difference.offset())
        .contains("hint: " + result.hint().orElseThrow());
  }

  private static List<String> command(String mutant) {
    return List.of(
        ProcessHandle.current().info().command().orElse("java"),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName(),
        mutant);
  }
}
