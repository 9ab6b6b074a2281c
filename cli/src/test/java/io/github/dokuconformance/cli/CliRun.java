package io.github.dokuconformance.cli;

import java.util.Map;

/** Runs the program for the tests of other packages. */
public final class CliRun {
  private CliRun() {}

  /** Returns what a command without a secret in its environment prints. */
  public static String out(Object... args) {
    return Cli.run(Map.of(), "", args).out();
  }

  /** Returns what a command prints that is given the examples' secret. */
  public static String withSecret(Object... args) {
    return Cli.run(args).out();
  }
}
