package io.github.dokuconformance.cli.vectors;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "lint", description = "TODO")
final class LintCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return ExitCode.USAGE;
  }
}
