package io.github.dokuconformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Tells which streams are terminals, as far as Java 17 can. */
final class Terminal {
  private Terminal() {}

  /** Tells whether output may be coloured; {@code NO_COLOR} forbids it (no-color.org). */
  static boolean wantsColour(Map<String, String> variables) {
    String noColour = variables.get("NO_COLOR");
    return (noColour == null || noColour.isEmpty())
        && !"dumb".equals(variables.get("TERM"))
        && isTerminal(1);
  }

  static boolean isErr() {
    return isTerminal(2);
  }

  /** Tells whether what is written to a descriptor goes to another process. */
  static boolean isPipe(int descriptor) {
    try {
      String target = target(descriptor);
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException e) {
      // Not Linux: what is no file.
      Path device = Path.of("/dev/fd/" + descriptor);
      return Files.exists(device) && !Files.isRegularFile(device);
    }
  }

  private static String target(int descriptor) throws IOException {
    return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
  }

  // System.console() is null on Java 17 alone, the oldest that this runs on; later it may say yes
  // too often, which costs no more than colour.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(int descriptor) {
    try {
      String device = target(descriptor);
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      // Not Linux: a console means that both standard input and output are terminals.
      return System.console() != null;
    }
  }
}
