package io.github.dokuconformance.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python, and for a sample openssl, recompute what the generator's oracle on the JDK computed. */
class OracleTest {
  private static final Tool PYTHON = new Tool("python3");
  private static final Tool OPENSSL = new Tool("openssl");

  @Test
  void pythonComputesTheSameStagesAndVerdicts() throws Exception {
    Tool.Outcome outcome = PYTHON.run(Path.of(""), "oracle/recompute.py", "vectors");

    outcome.assertSucceeded();
    assertThat(outcome.output()).contains(" 0 differences").doesNotContain("\n0 stages");
    System.out.print("oracle: " + outcome.output());
  }

  @Test
  void opensslComputesTheSameForEveryTenthStage() throws Exception {
    OPENSSL.run(Path.of(""), "version").assertSucceeded();

    Tool.Outcome outcome =
        PYTHON.run(Path.of(""), "oracle/recompute.py", "vectors", "--openssl", "10");

    outcome.assertSucceeded();
    assertThat(outcome.output()).contains(" by openssl too, 0 differences");
  }

  @Test
  void opensslComputesEveryStageOfSnap() throws Exception {
    OPENSSL.run(Path.of(""), "version").assertSucceeded();

    Tool.Outcome outcome = PYTHON.run(Path.of(""), "oracle/snap.py", "vectors");

    outcome.assertSucceeded();
    assertThat(outcome.output()).contains(" 0 differences").doesNotStartWith("0 cases");
    System.out.print("oracle of SNAP: " + outcome.output());
  }

  @Test
  void opensslNoticesOneWrongStageAndOneWrongVerdictOfSnap(@TempDir Path directory)
      throws Exception {
    OPENSSL.run(Path.of(""), "version").assertSucceeded();
    copyVectors(directory);
    Path digests = directory.resolve("snap-digest.json");
    String hashOfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    String text = Files.readString(digests, UTF_8);
    Files.writeString(
        digests, text.replace(hashOfNothing, "0" + hashOfNothing.substring(1)), UTF_8);
    Path verdicts = directory.resolve("snap-verify.json");
    text = Files.readString(verdicts, UTF_8);
    Files.writeString(verdicts, text.replaceFirst("\"valid\": true", "\"valid\": false"), UTF_8);

    Tool.Outcome outcome =
        PYTHON.run(Path.of(""), "oracle/snap.py", directory.toAbsolutePath().toString());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("digest/snap-minify/nothing: digest: ")
        .contains("verify/snap-create-va/valid: valid: ")
        .contains(" 2 differences");
  }

  @Test
  void noticesOneWrongStage(@TempDir Path directory) throws Exception {
    copyVectors(directory);
    Path file = directory.resolve("digest.json");
    String text = Files.readString(file, UTF_8);
    String digestOfNothing = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    Files.writeString(
        file, text.replace(digestOfNothing, "A" + digestOfNothing.substring(1)), UTF_8);

    Tool.Outcome outcome =
        PYTHON.run(Path.of(""), "oracle/recompute.py", directory.toAbsolutePath().toString());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("digest/known/empty: digest: ")
        .contains(" 1 differences");
  }

  @Test
  void noticesOneWrongVerdict(@TempDir Path directory) throws Exception {
    copyVectors(directory);
    Path file = directory.resolve("verify.json");
    String text = Files.readString(file, UTF_8);
    Files.writeString(file, text.replaceFirst("\"valid\": true", "\"valid\": false"), UTF_8);

    Tool.Outcome outcome =
        PYTHON.run(Path.of(""), "oracle/recompute.py", directory.toAbsolutePath().toString());

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.output()).contains("verify/generate-order/valid: valid: ");
  }

  private static void copyVectors(Path directory) throws IOException {
    try (var files = Files.list(Path.of("vectors"))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
  }
}
