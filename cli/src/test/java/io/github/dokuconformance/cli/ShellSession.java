package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One bash that runs commands as a reader of the documents would, with the program on its PATH. */
final class ShellSession {
  private static final String LAUNCHER = "bin/doku-conformance";
  private static final String PREAMBLE =
      """
      trap 'kill $(jobs -p) 2>/dev/null' EXIT
      separate() { local code=$?; printf '\\036'; return $code; }
      """;
  private static final Pattern SEPARATOR = Pattern.compile("\u001e");
  private static final int MINUTES = 10;

  private ShellSession() {}

  /** Returns what each command printed, on stdout and stderr together. */
  static List<String> run(List<String> commands, Path folder) throws IOException {
    Files.createDirectories(folder);
    link(folder);
    Path bin = Files.createDirectory(folder.resolve(".session"));
    Path program = bin.resolve("doku-conformance");
    Files.writeString(program, "#!/bin/sh\nexec " + java() + " \"$@\"\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    Path script = bin.resolve("session");
    Files.writeString(script, script(commands));
    Path printed = bin.resolve("printed");

    ProcessBuilder builder = new ProcessBuilder("bash", "--norc", script.toString());
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("DOKU_"));
    builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    waitFor(start(builder), printed);

    String[] outputs = SEPARATOR.split(Files.readString(printed), -1);
    assertThat(outputs).hasSize(commands.size() + 1);
    return List.of(outputs).subList(1, outputs.length);
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw Tools.missing("bash on the PATH");
    }
  }

  private static void waitFor(Process process, Path printed) throws IOException {
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        fail(
            "no end after "
                + MINUTES
                + " minutes; printed until then: "
                + Files.readString(printed));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the folder look like the project's, without letting commands write there. */
  private static void link(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(Cli.ROOT)) {
      for (Path entry : entries.toList()) {
        if (!entry.getFileName().toString().startsWith(".")) {
          Files.createSymbolicLink(folder.resolve(entry.getFileName()), entry);
        }
      }
    }
  }

  private static String script(List<String> commands) {
    StringBuilder script = new StringBuilder(PREAMBLE);
    for (String command : commands) {
      script
          .append("separate\n")
          .append(command.replace(LAUNCHER, "doku-conformance"))
          .append('\n');
    }
    return script.toString();
  }

  private static String java() {
    return quoted(ProcessHandle.current().info().command().orElse("java"))
        + " -XX:TieredStopAtLevel=1 -cp "
        + quoted(System.getProperty("java.class.path"))
        + " "
        + Main.class.getName();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
