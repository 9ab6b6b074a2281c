package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.report.MaskingWriter;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SecretMask;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What a run says holds no secret that it knows, even where its input does. */
class MaskingTest {
  private static final String SECRET = "SK-FAKE-\"super\\secret\" é 0123456789";
  private static final List<String> FORMS =
      List.of(
          SECRET,
          Base64.getEncoder().withoutPadding().encodeToString(SECRET.getBytes(UTF_8)),
          Base64.getUrlEncoder().withoutPadding().encodeToString(SECRET.getBytes(UTF_8)),
          HexFormat.of().formatHex(SECRET.getBytes(UTF_8)),
          HexFormat.of().withUpperCase().formatHex(SECRET.getBytes(UTF_8)));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "jsonl", "junit", "sarif", "markdown", "html", "github"})
  void takesTheSecretOutOfEveryReportOnStandardOutputAndInAFile(String format) throws IOException {
    Path file = recording();
    Path report = folder.resolve("report");

    Cli.Result result =
        Cli.run(
            Map.of("DOKU_SECRET_KEY", SECRET),
            "",
            "check",
            "--verbose",
            "--format=" + format,
            "--output=" + format + "=" + report,
            file);

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertNoSecret(result.out() + result.err());
    assertNoSecret(Files.readString(report));
    assertThat(result.out()).contains(SecretMask.SHOWN);
    if (format.startsWith("json") || format.equals("sarif")) {
      result
          .out()
          .lines()
          .limit(format.equals("jsonl") ? Long.MAX_VALUE : 0)
          .forEach(line -> JsonMapper.shared().readTree(line));
      JsonMapper.shared().readTree(Files.readString(report));
    }
  }

  @Test
  void takesItOutOfWhatExplainSays() throws IOException {
    Cli.Result result = Cli.run(Map.of("DOKU_SECRET_KEY", SECRET), "", "explain", recording());

    assertNoSecret(result.out() + result.err());
    assertThat(result.out()).contains(SecretMask.SHOWN);
  }

  @Test
  void takesItOutOfComplaints() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"SK-FAKE-0123456789\":1}\n");

    Cli.Result result = Cli.run(Map.of("DOKU_SECRET_KEY", "SK-FAKE-0123456789"), "", "check", file);

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(SecretMask.SHOWN).doesNotContain("0123456789");
  }

  @Test
  void saysInEvidenceThatItWasMaskedAndDoesNotJudgeItAnew() throws IOException {
    Exchange carries = exchange("SK-FAKE-0123456789");
    SecretMask mask = SecretMask.of(List.of(MerchantSecret.of("SK-FAKE-0123456789")));

    String line = ExchangeJson.write(carries, mask);

    assertThat(JsonMapper.shared().readTree(line).path("masked").asBoolean()).isTrue();
    assertThat(line).doesNotContain("0123456789");
    Path file = Files.writeString(folder.resolve("evidence.jsonl"), line + "\n");
    Cli.Result result = Cli.run("check", file);
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .contains("evidence.jsonl:1", "a secret was masked in this exchange");
    assertThat(ExchangeJson.write(exchange("another value"), mask))
        .isEqualTo(ExchangeJson.write(exchange("another value")));
  }

  @Test
  void holdsBackAPartOfASecretUntilTheRestComes() throws IOException {
    StringWriter out = new StringWriter();
    SecretMask mask = SecretMask.of(List.of(MerchantSecret.of("SK-FAKE-0123456789")));
    try (PrintWriter writer = new PrintWriter(new MaskingWriter(out, () -> mask))) {
      writer.print("a SK-FAKE-0123");
      writer.flush();
      assertThat(out.toString()).isEqualTo("a ");
      writer.print("456789, b SK-FAKE-01");
      writer.flush();
      assertThat(out.toString()).isEqualTo("a [secret], b ");
      writer.println("9");
      writer.flush();
      assertThat(out.toString()).isEqualTo("a [secret], b SK-FAKE-019" + System.lineSeparator());
      writer.print("x".repeat(20_000) + "SK-FAKE-0123456789".repeat(1000) + "SK-FA");
    }

    assertThat(out.toString())
        .endsWith("x[secret]" + "[secret]".repeat(999) + "SK-FA")
        .doesNotContain("0123456789");
  }

  private static void assertNoSecret(String text) {
    for (String form : FORMS) {
      assertThat(text).doesNotContainIgnoringCase(form);
    }
    assertThat(text).doesNotContain("0123456789");
  }

  /** A request that carries the secret in headers and body, in forms that a recording may have. */
  private Path recording() throws IOException {
    Request request = exchange(SECRET).request();
    for (int i = 0; i < FORMS.size(); i++) {
      request =
          request.withHeaders(
              request.headers().with("Request-Id", FORMS.get(1)).with("Client-Id", FORMS.get(3)));
    }
    return Files.writeString(
        folder.resolve("carries.jsonl"),
        ExchangeJson.write(
                new Exchange(
                    "x",
                    java.util.Optional.empty(),
                    request,
                    java.util.Optional.empty(),
                    java.util.Optional.empty()))
            + "\n");
  }

  private static Exchange exchange(String value) {
    String body =
        JsonMapper.shared()
            .writeValueAsString(Map.of("order", Map.of("amount", value, "invoice_number", value)));
    return new Exchange(
        "x",
        java.util.Optional.empty(),
        new Request(
            "POST",
            Target.of("/akulaku-peer-to-peer/v2/generate-order"),
            Headers.of("Client-Id", "MCH-1", "Request-Id", "x", "Signature", "HMACSHA256=AAAA"),
            Body.of(body.getBytes(UTF_8))),
        java.util.Optional.empty(),
        java.util.Optional.empty());
  }
}
