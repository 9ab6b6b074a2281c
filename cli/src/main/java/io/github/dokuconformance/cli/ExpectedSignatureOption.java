package io.github.dokuconformance.cli;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/**
 * The option by which a person asks for the right signature.
 *
 * <p>Who wrote the recording may not own the secret, and could send the message with it. So it is
 * printed to a person alone, never where a report may be kept or published.
 */
final class ExpectedSignatureOption {
  private static final String NAME = "--show-expected-signature";

  @Option(
      names = NAME,
      description =
          "Print the right signature of messages whose own is wrong. Whoever reads it can send the message: only as text, to a person, never where CI is set.")
  private boolean asked;

  /** Tells whether the signature may be printed; refuses where others could read it. */
  boolean isAsked(CommandSpec spec, Map<String, String> variables) {
    if (asked && variables.containsKey("CI")) {
      throw refused(spec, "the environment variable CI is set, and a log of CI may be public");
    }
    return asked;
  }

  /** As above, for a command that also writes reports. */
  boolean isAsked(CommandSpec spec, Map<String, String> variables, ReportOptions reporting) {
    if (asked && !reporting.isForPersonAlone()) {
      throw refused(
          spec,
          "only text on standard output is for a person alone: leave out --format and --output");
    }
    return isAsked(spec, variables);
  }

  private static ParameterException refused(CommandSpec spec, String reason) {
    return new ParameterException(
        spec.commandLine(),
        NAME + " is refused, for whoever reads the signature can send the message: " + reason);
  }
}
