package io.github.dokuconformance.page;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Programs and files that some tests want beyond a JDK. */
final class Tools {
  static final Path TOP = Path.of("").toAbsolutePath().getParent();
  static final Path ENGINE = Path.of("target/engine/engine.js").toAbsolutePath();
  static final Path PAGE =
      Path.of("target/page/io/github/dokuconformance/page/page.html").toAbsolutePath();

  private Tools() {}

  /** Returns where a program is; a test goes no further where it is missing. */
  static Path want(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> missing(program + " on the PATH"));
  }

  /** Returns that file; a test goes no further where it is missing. */
  static Path wantFile(Path file) {
    return Files.exists(file) ? file : missing(file.toString());
  }

  private static Path missing(String wanted) {
    String message = "this test wants " + wanted;
    if (Boolean.getBoolean("require.tools")) {
      return fail(message + ", and require.tools is true");
    }
    System.err.println("skipped: " + message);
    return abort(message + "; it was skipped");
  }
}
