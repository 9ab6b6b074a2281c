package io.github.dokuconformance.diagnosis.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records again what other runtimes write, where they are installed. */
class RecordersTest {
  private static final Path SCRIPTS = Path.of("src/test/recorders");

  @ParameterizedTest
  @MethodSource("recorders")
  void recordsTheSameAgain(
      String runtime, List<String> command, boolean wanted, @TempDir Path bodies)
      throws IOException, InterruptedException {
    if (!runs(command.get(0))) {
      boolean mustRun = wanted && Boolean.getBoolean("require.tools");
      assertThat(mustRun).as(command.get(0) + " is wanted and not installed").isFalse();
      String reason = command.get(0) + " is not installed; its recording stands unchecked";
      System.err.println("skipped: " + reason);
      assumeTrue(false, reason);
    }
    for (String body : Recordings.BODIES) {
      Files.writeString(bodies.resolve(body), Recordings.body(body));
    }

    Process process =
        new ProcessBuilder(Stream.concat(command.stream(), Stream.of(bodies.toString())).toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String recording;
    try (InputStream out = process.getInputStream()) {
      recording = new String(out.readAllBytes(), UTF_8);
    }

    assertThat(process.waitFor()).isZero();
    assertThat(Recordings.outputs(recording)).isEqualTo(Recordings.of(runtime));
  }

  static Stream<Arguments> recorders() {
    return Stream.of(
        recorder("JavaScript", true, "node", script("node.mjs")),
        recorder("Python", true, "python3", script("python.py")),
        recorder("PHP", true, "php", script("php.php")),
        recorder("Go", false, "go", "run", script("golang.go")));
  }

  private static Arguments recorder(String runtime, boolean wanted, String... command) {
    return argumentSet(runtime, runtime, List.of(command), wanted);
  }

  private static String script(String name) {
    return SCRIPTS.resolve(name).toString();
  }

  private static boolean runs(String tool) throws InterruptedException {
    try {
      String argument = tool.equals("go") ? "version" : "--version";
      return new ProcessBuilder(tool, argument)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
