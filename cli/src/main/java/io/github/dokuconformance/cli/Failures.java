package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on stderr; a stack trace never reaches a user. */
final class Failures {
  private Failures() {}

  static void print(Env env, String line) {
    env.out().flush();
    env.err().println("doku-conformance: " + line);
    env.err().flush();
  }

  /** Returns the line for a wrong command line: what is wrong, what was meant, where help is. */
  static String usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    StringBuilder line = new StringBuilder(Visible.line(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> meant = unmatched.getSuggestions();
      if (!meant.isEmpty()) {
        line.append(" (did you mean ").append(String.join(" or ", meant)).append("?)");
      }
    }
    return line.append("; see ")
        .append(command.getCommandSpec().qualifiedName())
        .append(" --help")
        .toString();
  }

  static String line(Exception e) {
    if (e instanceof InputException) {
      return e.getMessage();
    }
    return "unexpected failure, please report it: "
        + e.getClass().getName()
        + (e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "");
  }
}
