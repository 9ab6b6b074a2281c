package io.github.dokuconformance.cli.vectors;

/** Exit codes of the {@code vectors} commands, as all commands have them. */
final class ExitCode {
  static final int CONFORMANT = 0;
  static final int NOT_CONFORMANT = 1;
  static final int USAGE = 2;
  static final int UNUSABLE = 3;
  static final int NOTHING_CHECKED = 4;

  private ExitCode() {}
}
