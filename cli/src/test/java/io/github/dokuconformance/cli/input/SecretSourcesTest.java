package io.github.dokuconformance.cli.input;

import static io.github.dokuconformance.cli.input.recognition.InputTexts.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.recognition.CredentialsFile;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecretSourcesTest {
  private static final String SECRET = "SK-TEST-a-NOT-A-SECRET";

  @TempDir private Path directory;

  @Test
  void takesTheVariableAsItIs() throws InputException {
    Map<String, String> environment = Map.of("KEY", " " + SECRET + "\n");

    assertThat(text(SecretSources.ofVariable("KEY", environment))).isEqualTo(" " + SECRET + "\n");
  }

  @Test
  void namesAVariableThatIsNotSetOrEmpty() {
    for (Map<String, String> environment :
        Stream.of(Map.<String, String>of(), Map.of("KEY", "")).toList()) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> SecretSources.ofVariable("KEY", environment))
          .withMessageStartingWith("$KEY: ");
    }
  }

  @ParameterizedTest
  @MethodSource
  void dropsOneLineEndOfAFile(String content, String secret) throws Exception {
    assertThat(text(SecretSources.ofFile(write(bytes(content))).secret())).isEqualTo(secret);
  }

  static Stream<Arguments> dropsOneLineEndOfAFile() {
    return Stream.of(
        argumentSet("none", SECRET, SECRET),
        argumentSet("LF", SECRET + "\n", SECRET),
        argumentSet("CRLF", SECRET + "\r\n", SECRET),
        argumentSet("two LF", SECRET + "\n\n", SECRET + "\n"),
        argumentSet("a lone CR", SECRET + "\r", SECRET + "\r"),
        argumentSet("blanks", " " + SECRET + " \n", " " + SECRET + " "),
        argumentSet("not UTF-8", "\u00ff\n", "\u00ff"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesAFileThatHoldsNoSecret(byte[] content) throws Exception {
    Path file = write(content);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> SecretSources.ofFile(file))
        .withMessageStartingWith(file + ": ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SK-TEST"));
  }

  static Stream<Arguments> refusesAFileThatHoldsNoSecret() {
    return Stream.of(
        argumentSet("empty", bytes("")),
        argumentSet("a line end alone", bytes("\r\n")),
        argumentSet("far too long", bytes(SECRET.repeat(1000))),
        argumentSet("longer than anything", bytes(SECRET.repeat(10_000))),
        argumentSet("no value", bytes("DOKU_SECRET_KEY=\n")),
        argumentSet("two variables", bytes("A_SECRET=" + SECRET + "\nSECRET_B=" + SECRET)));
  }

  @ParameterizedTest
  @MethodSource
  void takesTheOneVariableThatIsASecret(String content, String name) throws Exception {
    SecretFile file = SecretSources.ofFile(write(content.getBytes(StandardCharsets.UTF_8)));

    assertThat(text(file.secret())).isEqualTo(SECRET);
    assertThat(file.remark()).hasValueSatisfying(it -> assertThat(it).contains(name));
    assertThat(file.plain()).isEmpty();
  }

  static Stream<Arguments> takesTheOneVariableThatIsASecret() {
    return Stream.of(
        argumentSet("alone", "DOKU_SECRET_KEY=" + SECRET, "DOKU_SECRET_KEY"),
        argumentSet("among others", "A=1\r\nexport SECRET='" + SECRET + "'\r\nB=2\r\n", "SECRET"),
        argumentSet("with a comment", "MY_SECRET = " + SECRET + " # mine\n", "MY_SECRET"),
        argumentSet("after a mark", "\uFEFFDOKU_SECRET_KEY=\"" + SECRET + "\"", "DOKU_SECRET_KEY"));
  }

  @ParameterizedTest
  @MethodSource
  void saysWhatStandsAroundASecret(String content, String trouble) throws Exception {
    SecretFile file = SecretSources.ofFile(write(bytes(content)));

    assertThat(text(file.plain().orElseThrow())).isEqualTo(SECRET);
    assertThat(file.trouble()).contains(trouble);
    assertThat(file.toString()).doesNotContain("SK-TEST");
  }

  static Stream<Arguments> saysWhatStandsAroundASecret() {
    return Stream.of(
        argumentSet("double quotes", "\"" + SECRET + "\"\n", "quotation marks"),
        argumentSet("single quotes", "'" + SECRET + "'", "quotation marks"),
        argumentSet("blanks", " " + SECRET + " \n", "blanks"),
        argumentSet("a lone CR", SECRET + "\r", "carriage return"),
        argumentSet("empty lines", SECRET + "\n\n\n", "line ends"));
  }

  @ParameterizedTest
  @MethodSource
  void takesAByteOrderMarkAwayAndSaysSo(byte[] content) throws Exception {
    SecretFile file = SecretSources.ofFile(write(content));

    assertThat(text(file.secret())).isEqualTo(SECRET);
    assertThat(file.remark())
        .hasValueSatisfying(it -> assertThat(it).contains("your secret file has"));
  }

  static Stream<Arguments> takesAByteOrderMarkAwayAndSaysSo() {
    String text = "\uFEFF" + SECRET + "\r\n";
    return Stream.of(
        argumentSet("UTF-8", (Object) text.getBytes(StandardCharsets.UTF_8)),
        argumentSet("UTF-16LE", (Object) text.getBytes(StandardCharsets.UTF_16LE)),
        argumentSet("UTF-16BE", (Object) text.getBytes(StandardCharsets.UTF_16BE)));
  }

  @Test
  void refusesAMissingFileAndADirectory() {
    for (Path file : new Path[] {directory, directory.resolve("missing")}) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> SecretSources.ofFile(file))
          .withMessageStartingWith(file + ": ");
    }
  }

  @Test
  void readsCredentials() throws Exception {
    Path file = write(bytes("{\"MCH-1\": \"%s\",\n \"BRN-2\": \"b\"}\n".formatted(SECRET)));

    Map<String, MerchantKeys> keys = CredentialsFile.read(file);

    assertThat(keys).containsOnlyKeys("MCH-1", "BRN-2");
    assertThat(secrets(keys.get("MCH-1"))).containsExactly(SECRET);
    assertThat(secrets(keys.get("BRN-2"))).containsExactly("b");
  }

  @Test
  void takesAClientIdCalledVersionForOne() throws Exception {
    Path file = write(bytes("{\"version\": \"%s\"}".formatted(SECRET)));

    assertThat(secrets(CredentialsFile.read(file).get("version"))).containsExactly(SECRET);
  }

  @Test
  void readsSeveralKeysAndTokensOfAMerchant() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    Files.writeString(directory.resolve("own.pem"), pem("PRIVATE KEY", pair.getPrivate()));
    Files.writeString(directory.resolve("doku.pem"), pem("PUBLIC KEY", pair.getPublic()));
    Path file =
        write(
            bytes(
                """
                {"version": 2, "merchants": {
                  "MCH-1": {
                    "secrets": ["%s", "old"],
                    "keys": ["own.pem"],
                    "dokuKeys": ["doku.pem"],
                    "tokens": {"b2b": "T-FAKE-1", "stale": "T-FAKE-0"}},
                  "MCH-2": {"secrets": ["b"]}}}
                """
                    .formatted(SECRET)));

    Map<String, MerchantKeys> keys = CredentialsFile.read(file);

    MerchantKeys first = keys.get("MCH-1");
    assertThat(keys).containsOnlyKeys("MCH-1", "MCH-2");
    assertThat(secrets(first)).containsExactly(SECRET, "old");
    assertThat(first.own()).singleElement().matches(AsymmetricKey::canSign);
    assertThat(first.ofDoku()).singleElement().matches(key -> !key.canSign());
    assertThat(first.ofDoku().get(0).publicKey()).isEqualTo(first.own().get(0).publicKey());
    assertThat(first.tokens()).containsOnlyKeys("b2b", "stale");
    assertThat(first.tokens().get("b2b").expose()).isEqualTo("T-FAKE-1");
    assertThat(keys.toString()).doesNotContain(SECRET, "T-FAKE");
  }

  @ParameterizedTest
  @MethodSource
  void refusesOtherCredentialsWithoutRepeatingThem(String json, String place) throws Exception {
    Path file = write(bytes(json.replace("S", SECRET)));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> CredentialsFile.read(file))
        .withMessageStartingWith(file + ":" + place + " ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SK-TEST"))
        .withNoCause();
  }

  static Stream<Arguments> refusesOtherCredentialsWithoutRepeatingThem() {
    return Stream.of(
        argumentSet("empty file", "", ""),
        argumentSet("a secret alone", "S", "1:"),
        argumentSet("a string", "\"S\"", "1:"),
        argumentSet("no members", "{}", ""),
        argumentSet("cut off", "{\"a\":\n\"S", "2:"),
        argumentSet("no quotes", "{\"a\":S}", "1:"),
        argumentSet("Client-Id without quotes", "{S:\"a\"}", "1:"),
        argumentSet("wrapped", "{\n\"credentials\":{\"a\":\"S\"}}", "2:"),
        argumentSet("a number", "{\"S\":1}", "1:"),
        argumentSet("empty secret", "{\"S\":\"\"}", "1:"),
        argumentSet("empty Client-Id", "{\"\":\"S\"}", "1:"),
        argumentSet("Client-Id twice", "{\"S\":\"a\",\n\"S\":\"b\"}", "2:"),
        argumentSet("half a surrogate pair", "{\"a\":\"S\\ud83d\"}", "1:"),
        argumentSet("not UTF-8", "{\"a\":\"S\u00ff\"}", "1:"),
        argumentSet("more after it", "{\"a\":\"S\"} S", "1:"),
        argumentSet("another version", "{\"version\":3,\n\"merchants\":{}}", "1:"),
        argumentSet("a version that is no whole number", "{\"version\":2.5}", "1:"),
        argumentSet("a version alone", "{\"version\":2}", "1:"),
        argumentSet("no merchants", "{\"version\":2,\"merchants\":{}}", ""),
        argumentSet("secrets beside merchants", v2("{}},\n\"S\":{\"a\":{}"), "2:"),
        argumentSet("a secret for a merchant", v2("\"S\""), "1:"),
        argumentSet("a secret for a list", v2("{\n\"secrets\":\"S\"}"), "2:"),
        argumentSet("an empty secret in a list", v2("{\"secrets\":[\"S\",\n\"\"]}"), "2:"),
        argumentSet("an unknown list", v2("{\n\"S\":[]}"), "2:"),
        argumentSet("an unknown member", v2("{\n\"secret\":\"S\"}"), "2:"),
        argumentSet("a token without a name", v2("{\"tokens\":[\n\"S\"]}"), "1:"),
        argumentSet("a secret for a key file", v2("{\"keys\":[\n\"S\"]}"), "2:"),
        argumentSet("a path that is none", v2("{\"keys\":[\n\"S\\u0000\"]}"), "2:"),
        argumentSet("a key file that holds none", v2("{\"dokuKeys\":[\n\"secret\"]}"), "2:"));
  }

  /** Returns a file of the second version with that in the place of a merchant. */
  private static String v2(String merchant) {
    return "{\"version\":2,\"merchants\":{\"a\":" + merchant + "}}";
  }

  @Test
  void refusesCredentialsThatAreMissingOrADirectory() {
    for (Path file : new Path[] {directory, directory.resolve("missing")}) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> CredentialsFile.read(file))
          .withMessageStartingWith(file + ": ");
    }
  }

  private Path write(byte[] content) throws IOException {
    return Files.write(directory.resolve("secret"), content);
  }

  private static List<String> secrets(MerchantKeys keys) {
    return keys.secrets().stream().map(key -> text(key.secret())).toList();
  }

  private static String pem(String label, Key key) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(key.getEncoded()), label);
  }

  private static String text(MerchantSecret secret) {
    return new String(secret.exposeForMac(), StandardCharsets.ISO_8859_1);
  }
}
