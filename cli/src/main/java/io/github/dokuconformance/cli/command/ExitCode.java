package io.github.dokuconformance.cli.command;

/** The exit codes of every command; other people's scripts depend on them. */
public final class ExitCode {
  public static final int CONFORMANT = 0;
  public static final int NOT_CONFORMANT = 1;

  /** Wrong usage or unreadable input. */
  public static final int USAGE = 2;

  /** The other side (adapter, endpoint) could not be used. */
  public static final int UNUSABLE_PEER = 3;

  /** Nothing was checked: an empty run is never green. */
  public static final int NOTHING_CHECKED = 4;

  private ExitCode() {}
}
