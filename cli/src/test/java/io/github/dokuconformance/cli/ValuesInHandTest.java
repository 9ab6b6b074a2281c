package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where there is no recording: folders, values alone, and secrets as people keep them. */
class ValuesInHandTest {
  private static final Path INPUTS = Path.of("src/test/resources/inputs").toAbsolutePath();
  private static final String VALID = "request signature valid";

  @TempDir private Path folder;
  private String signature;

  @BeforeEach
  void prepare() throws IOException {
    Path recording = INPUTS.resolve("http/no-version.http");
    Files.copy(recording, folder.resolve("a.http"));
    String text = Files.readString(recording);
    signature = text.lines().filter(line -> line.startsWith("Signature")).findFirst().orElseThrow();
    signature = signature.substring("Signature: ".length());
    Files.writeString(folder.resolve("body.json"), text.lines().reduce("", (a, b) -> b));
  }

  @Test
  void walksAFolderAndWhatIsBelowIt() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    Files.copy(INPUTS.resolve("curl/of-windows.curl"), folder.resolve("below/b.curl"));
    Files.createDirectories(folder.resolve(".hidden"));
    Files.copy(INPUTS.resolve("curl/of-windows.curl"), folder.resolve(".hidden/c.curl"));
    Files.delete(folder.resolve("body.json"));

    Cli.Result run = Cli.run("check", folder);

    assertThat(run.out().lines().filter(line -> line.contains(VALID)))
        .extracting(line -> line.replaceFirst("  .*", ""))
        .containsExactly(
            folder.resolve("a.http").toString(), folder.resolve("below/b.curl").toString());
  }

  @Test
  void checksNothingWhereAPatternMatchesNothing() {
    Cli.Result run = Cli.run("check", folder + "/*.har");

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(run.err()).contains("*.har: matches no file");
  }

  @Test
  void explainsValues() {
    Cli.Result right = explain("/akulaku-peer-to-peer/v2/cancel");
    Cli.Result wrong = explain("/akulaku-peer-to-peer/v2/refund");

    assertThat(right.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(right.out()).contains("The signature is right.");
    assertThat(wrong.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(wrong.out()).contains("target.other-operation");
  }

  private Cli.Result explain(String target) {
    return Cli.run(
        "explain",
        "--client-id",
        "MCH-TEST-7",
        "--request-id",
        "5b0c6a1e-7d2f-4c3b-9a55-0f6d1c2e8a41",
        "--timestamp",
        "2026-03-08T02:15:40Z",
        "--target",
        target,
        "--body",
        folder.resolve("body.json"),
        "--signature",
        signature);
  }

  @Test
  void saysWhichValuesAreMissing() {
    Cli.Result run = Cli.run("explain", "--client-id", "a", "--signature", signature);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("--request-id, --timestamp, --target");
  }

  @Test
  void holdsAStringToSignAgainstASignature() throws IOException {
    String digest =
        Base64.getEncoder().encodeToString(sha256(Files.readAllBytes(folder.resolve("body.json"))));
    String text =
        "Client-Id:MCH-TEST-7\nRequest-Id:5b0c6a1e-7d2f-4c3b-9a55-0f6d1c2e8a41\n"
            + "Request-Timestamp:2026-03-08T02:15:40Z\n"
            + "Request-Target:/akulaku-peer-to-peer/v2/cancel\nDigest:"
            + digest;

    Cli.Result right = explainString(text);
    Cli.Result wrong = explainString(text.replace("MCH-TEST-7", "MCH-TEST-8"));

    assertThat(right.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(right.out()).contains("The secret gives this signature over this string.");
    assertThat(wrong.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(wrong.out()).contains("does not give this signature");
  }

  private Cli.Result explainString(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("string.txt"), text);
    return Cli.run("explain", "--actual-string-to-sign", file, "--signature", signature);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource
  void blamesTheFileOfTheSecret(byte[] content, String says) throws IOException {
    Path file = Files.write(folder.resolve("secret"), content);

    Cli.Result run =
        Cli.run(Map.of(), "", "check", "--secret-file", file, folder.resolve("a.http"));

    assertThat(run.out()).contains(VALID);
    assertThat(run.err()).contains(says).doesNotContain(Cli.SECRET);
  }

  static Stream<Arguments> blamesTheFileOfTheSecret() {
    return Stream.of(
        secret("in quotes", '"' + Cli.SECRET + '"', "has quotation marks around the secret"),
        secret("a blank after it", Cli.SECRET + " \n", "has blanks around the secret"),
        secret("CR after it", Cli.SECRET + "\r", "has a carriage return after the secret"),
        secret("BOM", "\ufeff" + Cli.SECRET, "has a byte order mark before the secret"),
        secret("variable", "A=1\nMY_SECRET_KEY='" + Cli.SECRET + "'\n", "value of MY_SECRET_KEY"),
        argumentSet("UTF-16", Cli.SECRET.getBytes(UTF_16), "has the form of UTF-16"));
  }

  private static Arguments secret(String name, String content, String says) {
    return argumentSet(name, content.getBytes(UTF_8), says);
  }

  @Test
  void namesUnreadableInputsInJson() {
    Path har = INPUTS.resolve("har/form-then-good.har");

    assertThat(Cli.run("check", "--format", "json", har).out())
        .contains("\"unreadableInputs\":[\"" + har + ":")
        .contains("postData has parsed fields (params) in place of the text that was sent");
    assertThat(Cli.run("check", "--format", "jsonl", har).out().lines())
        .last()
        .asString()
        .startsWith("{\"unreadable\":\"" + har + ":");
  }
}
