package io.github.dokuconformance.cli.input;

import static io.github.dokuconformance.cli.input.InputTexts.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(text(SecretSources.ofFile(write(bytes(content))))).isEqualTo(secret);
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
        argumentSet("byte order mark", ("\uFEFF" + SECRET).getBytes(StandardCharsets.UTF_8)),
        argumentSet("UTF-16", ("\uFEFF" + SECRET).getBytes(StandardCharsets.UTF_16LE)));
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

    Map<String, MerchantSecret> secrets = CredentialsFile.read(file);

    assertThat(secrets).containsOnlyKeys("MCH-1", "BRN-2");
    assertThat(text(secrets.get("MCH-1"))).isEqualTo(SECRET);
    assertThat(text(secrets.get("BRN-2"))).isEqualTo("b");
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
        argumentSet("more after it", "{\"a\":\"S\"} S", "1:"));
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

  private static String text(MerchantSecret secret) {
    return new String(secret.exposeForMac(), StandardCharsets.ISO_8859_1);
  }
}
