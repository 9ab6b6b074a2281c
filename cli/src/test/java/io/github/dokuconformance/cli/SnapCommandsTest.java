package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands do with messages of SNAP. */
class SnapCommandsTest {
  private static final Path KEYS =
      Cli.ROOT.resolve("core/src/test/resources/io/github/dokuconformance/snap");
  private static final Path OWN = KEYS.resolve("merchant-NOT-A-SECRET.pem");
  private static final Path ENCRYPTED = KEYS.resolve("merchant-encrypted-NOT-A-SECRET.pem");
  private static final String PATH = "/bank/v1.0/emoney/topup";
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.NOT-A-TOKEN.c2ln";
  private static final String BODY = "{\n  \"trxId\": \"INV  1\"\n}\n";

  @TempDir private Path folder;
  private Path secret;
  private Path token;
  private Path body;

  @BeforeEach
  void writeFiles() throws IOException {
    secret = Files.writeString(folder.resolve("secret.txt"), "SK-TEST-snap-NOT-A-SECRET\n");
    token =
        Files.writeString(
            folder.resolve("token.json"),
            "{\"responseCode\":\"2007300\",\"accessToken\":\"" + TOKEN + "\"}");
    body = Files.writeString(folder.resolve("va.json"), BODY);
  }

  @Test
  void checksWhatItSigned() throws IOException {
    Path transaction = message("POST " + PATH, BODY, sign("snap.symmetric"));
    Path rsa = message("POST " + PATH, BODY, sign("snap.asymmetric"));
    Path tokenRequest = message("POST /bank/v1.0/access-token/b2b", "{}", sign("snap.token"));

    for (Path file : List.of(transaction, rsa, tokenRequest)) {
      Cli.Result checked = check(file);

      assertThat(checked.code()).isEqualTo(ExitCode.CONFORMANT);
      assertThat(checked.out()).contains("signature only", "request signature valid");
    }
    assertThat(check(rsa, "--verbose").out())
        .contains("signature.reading", "a transaction is signed by RSA, as one page prints it");
  }

  @Test
  void saysOfAMessageWithoutContractThatItsSignatureAloneWasLookedAt() throws IOException {
    Path file = message("POST " + PATH, BODY, sign("snap.symmetric"));

    Cli.Result checked = Cli.run("check", "--secret-file", secret, file);

    assertThat(checked.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(checked.err()).contains("say --signature-only");
  }

  @Test
  void namesTheMistakeAndShowsNoToken() throws IOException {
    Path file = message("POST " + PATH, "{\"trxId\":\"INV 1\"}", sign("snap.symmetric"));

    Cli.Result checked = check(file);
    Cli.Result explained = Cli.run("explain", "--secret-file", secret, "--language", "php", file);

    assertThat(checked.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(checked.out())
        .contains("signature.mismatch", "request X-SIGNATURE", "symmetric signature");
    assertThat(explained.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(explained.out()).contains("POST:" + PATH + ":[secret]:").doesNotContain(TOKEN);
  }

  @Test
  void explainsARequestForATokenByItsKey() throws IOException {
    Path file =
        message(
            "POST /authorization/v1/access-token/b2b",
            "{}",
            sign("snap.token").replace("BRN-FAKE-1", "BRN-FAKE-2"));

    Cli.Result explained = Cli.run("explain", "--rsa-key", OWN, file);

    assertThat(explained.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(explained.out())
        .contains("The key is right: it opens the signature")
        .contains("The public key's check value is ");
  }

  @Test
  void explainsValuesWithoutARecording() {
    String transaction = sign("snap.symmetric");
    String tokenRequest = sign("snap.token");

    Cli.Result right = explain("snap.symmetric", transaction, "POST " + PATH);
    Cli.Result wrong = explain("snap.symmetric", transaction, "PUT " + PATH);
    Cli.Result token = explain("snap.token", tokenRequest, "/authorization/v1/access-token/b2b");
    Cli.Result unknown = explain("snap", transaction, PATH);

    assertThat(right.code()).as(right.err()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(right.out()).contains("The signature is right.");
    assertThat(wrong.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(wrong.out()).contains("snap.method.other").doesNotContain(TOKEN);
    assertThat(token.code()).as(token.err()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("snap.symmetric, snap.asymmetric, got \"snap\"");
  }

  @Test
  void readsATransactionByRsaUnlessTheSchemeIsNamed() throws IOException {
    Path file = message("POST " + PATH, BODY, sign("snap.asymmetric"));

    Cli.Result byItself = Cli.run("explain", "--secret-file", secret, "--rsa-key", OWN, file);
    Cli.Result named =
        Cli.run(
            "explain",
            "--scheme",
            "snap.symmetric",
            "--secret-file",
            secret,
            "--rsa-key",
            OWN,
            file);

    assertThat(byItself.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(byItself.out())
        .contains("The signature is right.", "a transaction is signed by RSA, as one page prints");
    assertThat(named.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(named.out())
        .contains("    snap.recipe.asymmetric-instead", "signed    nothing")
        .containsPattern("same {6}timestamp = ");
  }

  @Test
  void takesATransactionByRsaOfAKnownOperationToo() throws IOException {
    String recorded = Files.readString(Cli.EXAMPLES.resolve("snap/create-va.http"));
    String content = recorded.split("\\R\\R", 3)[1];
    Files.writeString(body, content);
    String line = "POST /virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va";
    Cli.Result signed = signedAt(line.substring("POST ".length()), "snap.asymmetric");
    Path file = message(line, content, signed.out());

    Cli.Result checked = check(file, "--verbose");
    Cli.Result named =
        Cli.run(
            "explain",
            "--scheme",
            "snap.symmetric",
            "--secret-file",
            secret,
            "--rsa-key",
            OWN,
            file);

    assertThat(checked.code()).as(checked.out()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(checked.out())
        .contains("snap.va.create  conformant", "a transaction is signed by RSA, as one page");
    assertThat(named.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(named.out()).contains("    snap.recipe.asymmetric-instead");
  }

  @Test
  void saysThatNoKeyThatIsGivenMadeTheSignature() throws IOException {
    Path file = message("POST /authorization/v1/access-token/b2b", "{}", sign("snap.token"));
    Path stranger = KEYS.resolve("doku-public.pem");

    Cli.Result explained = Cli.run("explain", "--rsa-key", stranger, file);
    Cli.Result checked = Cli.run("check", "--rsa-key", stranger, file);

    assertThat(explained.out())
        .contains("  No key that is given made this signature, whatever the text is.\n")
        .contains("1. None of the keys that are given opens the signature")
        .doesNotContain("Compare the secret", "Ruled out", "secret");
    assertThat(checked.out())
        .contains("→ None of the keys that are given opens the signature")
        .doesNotContain("most often");
  }

  @Test
  void saysWhichValuesOfAMessageAreMissing() {
    Cli.Result transaction =
        Cli.run("explain", "--secret-file", secret, "--scheme", "snap.symmetric");
    Cli.Result tokenRequest = Cli.run("explain", "--rsa-key", OWN, "--scheme", "snap.token");

    assertThat(transaction.code()).isEqualTo(ExitCode.USAGE);
    assertThat(transaction.err())
        .contains("--client-id, --timestamp, --target, --signature, --token-file");
    assertThat(tokenRequest.err())
        .contains("expected --client-id, --timestamp, --signature beside");
  }

  /** Explains what {@code sign} printed, value by value. */
  private Cli.Result explain(String scheme, String signed, String target) {
    return Cli.run(
        "explain",
        "--scheme",
        scheme,
        "--secret-file",
        secret,
        "--rsa-key",
        OWN,
        "--token-file",
        token,
        "--client-id",
        "BRN-FAKE-1",
        "--timestamp",
        value(signed, "X-TIMESTAMP"),
        "--signature",
        value(signed, "X-SIGNATURE"),
        "--target",
        target,
        "--body",
        body);
  }

  private static String value(String lines, String name) {
    return lines
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void namesMissingHeaders() throws IOException {
    String lines =
        sign("snap.symmetric")
            .lines()
            .filter(line -> !line.startsWith("X-PARTNER-ID"))
            .collect(Collectors.joining("\n", "", "\n"));
    Path file = message("POST " + PATH, BODY, lines);

    assertThat(check(file).out())
        .contains("header.missing", "request X-PARTNER-ID", "the standard wants it");
  }

  @Test
  void readsAnEncryptedKeyByAPasswordFromFileOrVariable() throws IOException {
    Path password = Files.writeString(folder.resolve("password.txt"), "password-NOT-A-SECRET\n");
    List<Object> command =
        List.of("sign", "--scheme", "snap.token", "--client-id", "B", "--rsa-key", ENCRYPTED);

    Cli.Result without = Cli.run(command.toArray());
    Cli.Result byVariable =
        Cli.run(Map.of("DOKU_KEY_PASSWORD", "password-NOT-A-SECRET"), "", command.toArray());
    Cli.Result byFile =
        Cli.run(
            "sign",
            "--scheme",
            "snap.token",
            "--client-id",
            "B",
            "--rsa-key",
            ENCRYPTED,
            "--key-password-file",
            password);

    assertThat(without.code()).isEqualTo(ExitCode.USAGE);
    assertThat(without.err()).contains("no password for it");
    assertThat(byVariable.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(byFile.out()).contains("X-SIGNATURE: ");
  }

  @Test
  void signsWithThePrivateKeyAlone() {
    Cli.Result signed =
        Cli.run(
            "sign",
            "--scheme",
            "snap.token",
            "--client-id",
            "B",
            "--rsa-key",
            KEYS.resolve("merchant-public.pem"));

    assertThat(signed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(signed.err()).contains("a private RSA key is needed to sign, got a public one");
  }

  @Test
  void printsACurlCommandThatAsksForAToken() {
    Cli.Result signed =
        Cli.run("sign", "--scheme", "snap.token", "--client-id", "B", "--rsa-key", OWN, "--curl");

    assertThat(signed.out())
        .contains(
            "--request POST",
            "https://api-sandbox.doku.com/authorization/v1/access-token/b2b",
            "--data-binary '{\"grantType\":\"client_credentials\"}'");
  }

  @Test
  void saysThatTwoSidesMayMinifyABodyDifferently() throws IOException {
    Files.writeString(body, "{\"url\":\"https:\\/\\/m.example\"}");

    Cli.Result signed = signed("snap.symmetric");

    assertThat(signed.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(signed.err()).contains("the body has escapes that no string needs");
  }

  @Test
  void takesAnotherBanksProfileFromAFile() throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("bank.json"),
            """
            {"name": "A bank", "timestamp": {"offset": "+08:00", "milliseconds": true},
             "externalId": {"digits": 20}, "channelId": {"value": "77777"},
             "query": {"signed": true}, "token": {"path": "/t", "body": "{}"}}
            """);

    String printed = signed("snap.symmetric", "--profile", profile).out();
    Cli.Result broken = signed("snap.symmetric", "--profile", body);

    assertThat(printed)
        .containsPattern("X-TIMESTAMP: \\S+\\.\\d{3}\\+08:00\n")
        .containsPattern("X-EXTERNAL-ID: \\d{20}\n")
        .contains("CHANNEL-ID: 77777");
    assertThat(broken.code()).isEqualTo(ExitCode.USAGE);
    assertThat(broken.err()).contains("va.json", "in a profile of SNAP");
  }

  @Test
  void saysWhatATokenFileHoldsInPlaceOfAToken() throws IOException {
    Files.writeString(token, "{\"responseCode\":\"4017300\",\"responseMessage\":\"Unauthorized\"}");

    Cli.Result signed = signed("snap.symmetric");

    assertThat(signed.code()).isEqualTo(ExitCode.USAGE);
    assertThat(signed.err()).contains("one that refuses it, 4017300");
  }

  private String sign(String scheme) {
    Cli.Result signed = signed(scheme);
    assertThat(signed.code()).as(signed.err()).isEqualTo(ExitCode.CONFORMANT);
    return signed.out();
  }

  private Cli.Result signed(String scheme, Object... more) {
    return signedAt(PATH, scheme, more);
  }

  private Cli.Result signedAt(String path, String scheme, Object... more) {
    List<Object> command =
        new java.util.ArrayList<>(
            List.of(
                "sign",
                "--scheme",
                scheme,
                "--client-id",
                "BRN-FAKE-1",
                "--secret-file",
                secret,
                "--rsa-key",
                OWN,
                "--token-file",
                token,
                "--target",
                path,
                "--body",
                body));
    command.addAll(List.of(more));
    return Cli.run(command.toArray());
  }

  private Cli.Result check(Path file, Object... more) {
    List<Object> command =
        new java.util.ArrayList<>(
            List.of("check", "--signature-only", "--secret-file", secret, "--rsa-key", OWN, file));
    command.addAll(List.of(more));
    return Cli.run(command.toArray());
  }

  private Path message(String requestLine, String content, String headers) throws IOException {
    Path file = folder.resolve("message-" + Integer.toHexString(headers.hashCode()) + ".http");
    return Files.writeString(
        file,
        requestLine
            + " HTTP/1.1\r\n"
            + headers.replace("\n", "\r\n")
            + "Content-Length: "
            + content.getBytes(java.nio.charset.StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + content);
  }
}
