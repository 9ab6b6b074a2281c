package io.github.dokuconformance.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that a test needs and that not every machine has. */
record Tool(String name) {

  /**
   * Runs the program to its end, with standard error joined to standard output.
   *
   * <p>Where it is not installed the test is skipped, or fails with {@code -Drequire.tools=true}.
   */
  Outcome run(Path directory, String... arguments) throws IOException, InterruptedException {
    return run(directory, ProcessBuilder.Redirect.PIPE, arguments);
  }

  /** As {@link #run(Path, String...)}, with a file as standard input. */
  Outcome feed(Path input, Path directory, String... arguments)
      throws IOException, InterruptedException {
    return run(directory, ProcessBuilder.Redirect.from(input.toFile()), arguments);
  }

  private Outcome run(Path directory, ProcessBuilder.Redirect input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(directory.toAbsolutePath().toFile())
              .redirectErrorStream(true)
              .redirectInput(input)
              .start();
    } catch (IOException e) {
      String message = "this test wants " + name + " on the path: " + e.getMessage();
      if (Boolean.getBoolean("require.tools")) {
        fail(message);
      }
      System.err.println("skipped: " + message);
      assumeTrue(false, message);
      throw e;
    }
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      fail(name + " did not end within a minute");
    }
    return new Outcome(process.exitValue(), output);
  }

  record Outcome(int exitCode, String output) {
    void assertSucceeded() {
      assertEquals(0, exitCode, output);
    }
  }
}
