package io.github.dokuconformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Another program that knows the answer, asked a line at a time. */
public final class Oracle implements AutoCloseable {
  private final Process process;
  private final Writer questions;
  private final BufferedReader answers;

  private Oracle(Process process) {
    this.process = process;
    this.questions = new OutputStreamWriter(process.getOutputStream(), UTF_8);
    this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  /**
   * Starts a script on Node.js; the test is skipped where that, or what the script wants, lacks.
   */
  public static Oracle node(Path script, Path... wanted) throws IOException {
    require("node", "--version");
    for (Path path : wanted) {
      if (!Files.exists(path)) {
        lacks("expected " + path + ": run npm ci there");
      }
    }
    return new Oracle(
        new ProcessBuilder("node", script.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Skips a test whose tool is missing, or fails it where {@code require.tools} says so. */
  public static void require(String tool, String argument) {
    try {
      int status =
          new ProcessBuilder(List.of(tool, argument))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
      if (status != 0) {
        lacks("expected that " + tool + " " + argument + " runs, it ended with " + status);
      }
    } catch (IOException e) {
      lacks("expected " + tool + " on the PATH");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void lacks(String wanted) {
    if (Boolean.getBoolean("require.tools")) {
      fail(wanted + ", for require.tools is true");
    }
    System.err.println("skipped: " + wanted);
    abort(wanted);
  }

  /** Returns the answer to a line. */
  public String ask(String line) throws IOException {
    questions.write(line);
    questions.write('\n');
    questions.flush();
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("expected an answer, the oracle has ended");
    }
    return answer;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
