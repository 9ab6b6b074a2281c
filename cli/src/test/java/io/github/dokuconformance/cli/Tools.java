package io.github.dokuconformance.cli;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that some tests want beyond a JDK. */
public final class Tools {
  private Tools() {}

  public static Optional<Path> find(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Returns where a program is; a test goes no further where it is missing. */
  public static Path want(String program) {
    return find(program).orElseThrow(() -> missing(program + " on the PATH"));
  }

  /** A test goes no further where a file of the system is missing. */
  public static void wantFile(String file) {
    if (!Files.exists(Path.of(file))) {
      throw missing(file);
    }
  }

  /** Never returns: skips a test and says what it wants, or fails it where all must be there. */
  static AssertionError missing(String wanted) {
    String message = "this test wants " + wanted;
    if (Boolean.getBoolean("require.tools")) {
      return fail(message + ", and require.tools is true");
    }
    System.err.println("skipped: " + message);
    return abort(message + "; it was skipped");
  }
}
