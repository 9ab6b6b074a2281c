package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.report.Summary;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a run may be green by its signatures alone. */
final class SignatureOnlyOption {
  @Option(
      names = "--signature-only",
      description =
          "Let signatures alone make the run green, where no contract judges any exchange.")
  private boolean signatureOnly;

  /** Returns the same option as arguments. */
  List<String> arguments() {
    return signatureOnly ? List.of("--signature-only") : List.of();
  }

  /** Returns why a run that nothing speaks against is not green all the same. */
  Optional<String> emptiness(Summary summary) {
    if (summary.judged() > 0) {
      return Optional.empty();
    }
    if (!signatureOnly) {
      return Optional.of(
          "no contract judged any exchange, for no operation was recognised: name it with"
              + " --operation, or say --signature-only");
    }
    return summary.verified() > 0
        ? Optional.empty()
        : Optional.of("nothing was checked: no signature was verified, and no contract judged");
  }
}
