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

  // System.console() is null on Java 17 alone, the oldest that this runs on; later it may say yes
  // too
  // often, which costs no more than colour.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal(int descriptor) {
    try {
      String device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      // Not Linux: a console means that both standard input and output are terminals.
      return System.console() != null;
    }
  }
}
