package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Closest;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.probe.UnusableEndpointException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on stderr; a stack trace never reaches a user. */
public final class Failures {
  private static final Pattern WRONG_CHOICE =
      Pattern.compile(
          "(.*: expected one of )\\[[^\\]]*] \\(case-insensitive\\) but was '.*'", Pattern.DOTALL);

  private Failures() {}

  /** Returns the line for a wrong command line: what is wrong, what was meant, where help is. */
  static String usage(ParameterException e) {
    CommandLine command = e.getCommandLine();
    StringBuilder line = new StringBuilder(Visible.line(wording(e)));
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> meant = unmatched.getSuggestions();
      if (!meant.isEmpty()) {
        line.append(" (did you mean ").append(String.join(" or ", meant)).append("?)");
      }
    } else {
      line.append(Closest.hint(value(e), candidates(e.getArgSpec())));
    }
    return line.append("; see ")
        .append(command.getCommandSpec().qualifiedName())
        .append(" --help")
        .toString();
  }

  /** Returns the message; of a wrong choice with the choices as help spells them. */
  private static String wording(ParameterException e) {
    Matcher choice = WRONG_CHOICE.matcher(message(e));
    return choice.matches()
        ? choice.group(1) + String.join(", ", candidates(e.getArgSpec())) + ", got: " + e.getValue()
        : message(e);
  }

  /** Returns the name in a wrong value: of {@code response.wrong-ky:akulaku.refund} the first. */
  private static String value(ParameterException e) {
    return Objects.requireNonNullElse(e.getValue(), "").split("[:=]", 2)[0];
  }

  private static List<String> candidates(@Nullable ArgSpec option) {
    List<String> candidates = new ArrayList<>();
    if (option != null && option.completionCandidates() != null) {
      option.completionCandidates().forEach(candidates::add);
    }
    return candidates;
  }

  private static String message(Throwable e) {
    return Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }

  /** Returns the line for anything else. */
  public static String line(Throwable e) {
    if (e instanceof InputException || e instanceof UnusableEndpointException) {
      return message(e);
    }
    if (e instanceof InvalidPathException path) {
      return Visible.name(path.getInput())
          + ": expected a name that a file can have here, got one that none can: "
          + path.getReason();
    }
    if (e instanceof OutOfMemoryError) {
      return "out of memory; give Java a larger heap, as in java -Xmx1g -jar …";
    }
    return "unexpected failure, please report it: "
        + e.getClass().getName()
        + (e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "");
  }
}
