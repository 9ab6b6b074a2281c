package io.github.dokuconformance.vectors.harness;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process with everything that it starts.
 *
 * <p>Where the system has {@code setsid}, the process leads a process group of its own, so that
 * even grandchildren whose parent is gone are killed with it. Elsewhere only those are whose
 * ancestors still live.
 */
final class ProcessTree {
  private static final Optional<Path> SETSID = find("setsid");

  private final Process root;
  private final boolean ownGroup;

  private ProcessTree(Process root, boolean ownGroup) {
    this.root = root;
    this.ownGroup = ownGroup;
  }

  /** Starts a command with its stdin, stdout and stderr as pipes. */
  static ProcessTree start(List<String> command) throws IOException {
    List<String> line = new ArrayList<>();
    if (SETSID.isPresent()) {
      // setsid would start and then die; this says what is wrong before anything runs.
      String program = command.get(0);
      line.add(SETSID.get().toString());
      line.add(
          find(program)
              .orElseThrow(() -> new IOException("no such program: " + program))
              .toString());
      line.addAll(command.subList(1, command.size()));
    } else {
      line.addAll(command);
    }
    return new ProcessTree(new ProcessBuilder(line).start(), SETSID.isPresent());
  }

  Process root() {
    return root;
  }

  /** Kills all of it at once; a part that is dead already does no harm. */
  void kill() {
    List<ProcessHandle> descendants = root.descendants().toList();
    // Not Process.destroyForcibly, which closes the pipes and so waits for a blocked writer.
    root.toHandle().destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    if (ownGroup) {
      killGroup();
    }
  }

  private void killGroup() {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -9 -\"$0\"", Long.toString(root.pid()))
          .redirectErrorStream(true)
          .redirectOutput(Redirect.DISCARD)
          .start()
          .waitFor(2, TimeUnit.SECONDS);
    } catch (IOException e) {
      // No shell: what the handles reach has been killed.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<Path> find(String program) {
    if (program.indexOf(File.separatorChar) >= 0) {
      return Optional.of(Path.of(program)).filter(ProcessTree::isProgram);
    }
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(directory -> Path.of(directory, program))
        .filter(ProcessTree::isProgram)
        .findFirst();
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }
}
