package io.github.dokuconformance.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The test command of a merchant's client, run beside the sandbox. */
final class ClientCommand {
  private final Process process;

  private ClientCommand(Process process) {
    this.process = process;
  }

  /** Starts the command with these variables added; its streams are this process's own. */
  static ClientCommand start(List<String> command, Map<String, String> variables)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().putAll(variables);
    return new ClientCommand(builder.start());
  }

  /** Returns the command's exit code when it has ended. */
  int await() throws InterruptedException {
    return process.waitFor();
  }

  void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
