package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A shell in a folder with the examples, for which this program is on the PATH. */
final class Shell {
  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();

  Shell(Path folder) throws IOException {
    this.folder = folder;
    Path programs = Files.createDirectory(folder.resolve("programs"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String program =
        "exec '%s' -XX:TieredStopAtLevel=1 -cp '%s' %s"
            .formatted(java, System.getProperty("java.class.path"), Main.class.getName());
    script(programs.resolve("doku-conformance"), program + " \"$@\"");
    // java -jar any.jar is this program as well.
    script(programs.resolve("java"), "shift 2\n" + program + " \"$@\"");
    variables.put("PATH", programs + ":" + System.getenv("PATH"));
    for (String name : List.of("broken", "conformant")) {
      Path copy = Files.createDirectories(folder.resolve("examples").resolve(name));
      try (Stream<Path> files = Files.list(Cli.EXAMPLES.resolve(name))) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
    }
    Files.copy(Cli.EXAMPLES.resolve("secret.txt"), folder.resolve("examples/secret.txt"));
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n", UTF_8);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  Shell with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  /** Returns an archive of this program, laid out as a release's is. */
  Path archive() throws IOException, InterruptedException {
    Path bin = Files.createDirectories(folder.resolve("release/doku-conformance/bin"));
    Files.copy(folder.resolve("programs/doku-conformance"), bin.resolve("doku-conformance"));
    assertThat(run("tar -czf release/doku.tar.gz -C release doku-conformance").code()).isZero();
    return folder.resolve("release/doku.tar.gz");
  }

  /** Runs a script as GitHub runs one, and returns its exit code and all that it prints. */
  Result run(String script) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().remove("DOKU_SECRET_KEY");
    builder.environment().putAll(variables);
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    Result result = new Result(process.exitValue(), Files.readString(out));
    Files.delete(out);
    return result;
  }

  /** What a script left behind. */
  record Result(int code, String out) {}
}
