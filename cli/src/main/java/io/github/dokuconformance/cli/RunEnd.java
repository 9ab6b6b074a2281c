package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.baseline.Baseline;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.Summary;
import java.util.Optional;

/** Ends a run over exchanges: says what is left to say, and tells the exit code. */
final class RunEnd {
  private RunEnd() {}

  /**
   * Returns the exit code.
   *
   * @param verified whether there were keys to verify signatures with
   */
  static int exitCode(
      Env env,
      Summary summary,
      boolean verified,
      Optional<Baseline> baseline,
      BaselineOptions accepting,
      SignatureOnlyOption signatureOnly)
      throws InputException {
    if (summary.checked() == 0 && summary.unreadable() == 0) {
      env.say("nothing was checked: the input holds no exchange");
      return ExitCode.NOTHING_CHECKED;
    }
    if (summary.checked() > 0 && !verified) {
      env.say(
          "no secret is given, so signatures are not verified; set "
              + Env.SECRET_VARIABLE
              + " or use --secret-file or --credentials");
    }
    if (summary.unreadable() > 0) {
      return ExitCode.USAGE;
    }
    if (baseline.isPresent()) {
      accepting.finish(baseline.get(), env);
    }
    if (summary.hasFailed()) {
      return ExitCode.NOT_CONFORMANT;
    }
    Optional<String> emptiness = signatureOnly.emptiness(summary);
    emptiness.ifPresent(env::say);
    return emptiness.isPresent() ? ExitCode.NOTHING_CHECKED : ExitCode.CONFORMANT;
  }
}
