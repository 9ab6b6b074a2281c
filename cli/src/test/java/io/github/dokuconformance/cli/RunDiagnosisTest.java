package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What many wrong signatures of one run say together. */
class RunDiagnosisTest {
  private static final String OTHER = "SK-TEST-other-NOT-A-SECRET";
  private static final String PATH = "/akulaku-peer-to-peer/v2/cancel";
  private static final String CONCLUSION = "every signature of Client-Id MCH-0001 fails under";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"check", "explain"})
  void concludesThatItIsTheSecretAfterThreeSearchesInVain(String command) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of(command));
    for (int i = 0; i < 8; i++) {
      arguments.add(recording(i + ".jsonl", List.of(exchange(i, OTHER, PATH, ""))));
    }

    Cli.Result result = Cli.run(arguments.toArray());

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .contains(CONCLUSION, "(check value 4d95df)", "none of 8 is right", "the 3 that were");
  }

  @Test
  void concludesNothingWhereOneSignatureIsRight() throws IOException {
    List<String> lines = new ArrayList<>(List.of(exchange(0, Cli.SECRET, PATH, "")));
    for (int i = 1; i < 5; i++) {
      lines.add(exchange(i, OTHER, PATH, ""));
    }

    assertThat(Cli.run("check", recording("mixed.jsonl", lines)).err()).doesNotContain(CONCLUSION);
  }

  @Test
  void concludesNothingOfMessagesThatShowAnotherCause() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      lines.add(exchange(i, OTHER, PATH, ",[\"Content-Encoding\",\"gzip\"]"));
    }

    Cli.Result result = Cli.run("check", recording("gzip.jsonl", lines));

    assertThat(result.err()).doesNotContain(CONCLUSION);
    assertThat(result.out())
        .contains("the message shows a cause: it has Content-Encoding \"gzip\"")
        .doesNotContain("another secret");
  }

  @Test
  void namesOneMistakeInEveryExchangeOfARun() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      lines.add(exchange(i, Cli.SECRET, "https://api-sandbox.doku.com" + PATH, ""));
    }

    Cli.Result result = Cli.run("check", recording("full-url.jsonl", lines));

    assertThat(result.out())
        .contains("target.full-url explains 60 of 60 wrong signatures")
        .doesNotContain("unexplained");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void namesWhatIsLearntMidwayInEveryLaterExchange() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String signed = i < 30 ? "https://api-sandbox.doku.com" + PATH : i % 2 == 0 ? PATH + "/" : "";
      lines.add(exchange(i, Cli.SECRET, signed, ""));
    }

    assertThat(Cli.run("check", recording("midway.jsonl", lines)).out())
        .contains("target.full-url explains 30 of 150 wrong signatures")
        .contains("target.trailing-slash explains 60 of 150 wrong signatures")
        .contains("target.empty explains 60 of 150 wrong signatures")
        .doesNotContain("unexplained");
  }

  @Test
  void learnsAMistakeInOneMessageForAnotherAfterIt() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      lines.add(exchange(i, OTHER, PATH, ",[\"Content-Encoding\",\"gzip\"]"));
      lines.add(exchange(100 + i, Cli.SECRET, PATH + "/", ""));
    }

    assertThat(Cli.run("check", recording("two.jsonl", lines)).out())
        .contains("target.trailing-slash explains 4 of 8 wrong signatures");
  }

  private Path recording(String name, List<String> lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static String exchange(int number, String secret, String signedTarget, String header) {
    String body = "{\\\"order\\\":{\\\"invoice_number\\\":\\\"INV-%d\\\"}}".formatted(number);
    String text =
        String.join(
            "\n",
            "Client-Id:MCH-0001",
            "Request-Id:request-" + number,
            "Request-Timestamp:2026-01-31T09:29:00Z",
            "Request-Target:" + signedTarget,
            "Digest:" + base64(sha256(body.replace("\\", "").getBytes(UTF_8))));
    return """
        {"request":{"method":"POST","target":"%s","headers":[["Client-Id","MCH-0001"],\
        ["Request-Id","request-%d"],["Request-Timestamp","2026-01-31T09:29:00Z"],\
        ["Content-Type","application/json"],["Signature","HMACSHA256=%s"]%s],\
        "body":{"utf8":"%s"}}}"""
        .formatted(PATH, number, base64(hmac(secret, text)), header, body);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
