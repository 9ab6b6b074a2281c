package io.github.dokuconformance.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which streams are terminals, as far as Java 17 can. */
public final class Terminal {
  private Terminal() {}

  /** Tells whether output may be coloured; {@code NO_COLOR} forbids it (no-color.org). */
  public static boolean wantsColour(Map<String, String> variables) {
    String noColour = variables.get("NO_COLOR");
    return (noColour == null || noColour.isEmpty())
        && !"dumb".equals(variables.get("TERM"))
        && isTerminal(1);
  }

  /**
   * Returns how many columns standard output's terminal has: what {@code COLUMNS} says, else what
   * {@code stty} does; 0 where it is no terminal, or nobody knows.
   */
  public static int width(Map<String, String> variables) {
    if (!isTerminal(1)) {
      return 0;
    }
    String said = variables.getOrDefault("COLUMNS", "");
    return said.matches("[1-9]\\d{0,4}") ? Integer.parseInt(said) : Measured.COLUMNS;
  }

  private static int measured() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readNBytes(32), UTF_8);
      Matcher columns = Pattern.compile("\\d{1,5} (\\d{1,5})\\s*").matcher(size);
      return columns.matches() ? Integer.parseInt(columns.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  public static boolean isErr() {
    return isTerminal(2);
  }

  /** Tells whether what is written to a descriptor goes to another process. */
  public static boolean isPipe(int descriptor) {
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

  /** Asked once, and only where a line is long: another program has to be started. */
  private static final class Measured {
    static final int COLUMNS = measured();
  }
}
