package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.finding.Visible;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command prints: data to stdout, talk to stderr. */
@Command // picocli takes a mixin for one only if it is annotated
final class Console {
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  PrintWriter out() {
    return spec.commandLine().getOut();
  }

  PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Prints a reason in one line and returns the exit code. */
  int fail(int exitCode, @Nullable String reason) {
    out().flush();
    err().println("doku-conformance: " + Visible.name(String.valueOf(reason)));
    return exitCode;
  }

  ParameterException usage(String reason) {
    return new ParameterException(spec.commandLine(), reason);
  }
}
