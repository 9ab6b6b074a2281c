package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Oracle;
import io.github.dokuconformance.diagnosis.Rotation;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JDK's engine, Bouncy Castle's and openssl give the same for random keys and messages. */
class OpensslAgreesTest {
  private static final int KEYS = Rotation.isExhaustive() ? 40 : 2;
  private static final int MESSAGES_OF_A_KEY = 100;
  private static final int SIGNED = Rotation.isExhaustive() ? 500 : 10;

  @TempDir private Path folder;

  @BeforeAll
  static void requireOpenssl() {
    Oracle.require("openssl", "version");
  }

  @ParameterizedTest
  @EnumSource
  void onHashesAndHmacs(Hash hash) throws Exception {
    Random random = Rotation.random(hash.name());
    for (int i = 0; i < KEYS; i++) {
      byte[] key = bytes(random, 1 + random.nextInt(200));
      List<byte[]> messages =
          Stream.generate(() -> bytes(random, random.nextInt(600)))
              .limit(MESSAGES_OF_A_KEY)
              .toList();

      for (HmacEngine engine : List.of(HmacEngine.fastest(), HmacEngine.reference())) {
        assertThat(messages.stream().map(it -> hex(engine.digest(hash, Body.of(it)))))
            .containsExactlyElementsOf(openssl(hash, messages));
        assertThat(messages.stream().map(it -> hex(engine.hmac(hash, key).mac(it))))
            .containsExactlyElementsOf(
                openssl(hash, messages, "-mac", "HMAC", "-macopt", "hexkey:" + hex(key)));
      }
    }
  }

  @Test
  void onSignaturesOfRsa() throws Exception {
    Random random = Rotation.random("rsa");
    Path key =
        Files.writeString(folder.resolve("key.pem"), SnapKeys.pem("merchant-NOT-A-SECRET.pem"));
    for (int i = 0; i < SIGNED; i++) {
      byte[] message = bytes(random, random.nextInt(600));
      Path file = Files.write(folder.resolve("message"), message);
      byte[] signature = output("dgst", "-sha256", "-sign", key.toString(), file.toString());

      assertThat(SnapKeys.MERCHANT.sign(Hash.SHA256, message)).isEqualTo(signature);
      assertThat(SnapKeys.MERCHANT.publicHalf().verifies(Hash.SHA256, message, signature)).isTrue();
    }
  }

  /** Returns what openssl says of each message, in hex. */
  private List<String> openssl(Hash hash, List<byte[]> messages, String... options)
      throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of("dgst", "-r", "-" + hash.label().replaceFirst("-", "").replace('/', '-')));
    command.addAll(List.of(options));
    for (int i = 0; i < messages.size(); i++) {
      command.add(Files.write(folder.resolve("message-" + i), messages.get(i)).toString());
    }
    return new String(output(command.toArray(String[]::new)), UTF_8)
        .lines()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  private static byte[] output(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return output;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
