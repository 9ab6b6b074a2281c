package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.Scheme;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What {@code --scheme} may say. */
final class SchemeIds {
  private SchemeIds() {}

  /**
   * Returns the scheme of that id.
   *
   * @throws ParameterException if there is none
   */
  static Scheme require(CommandSpec spec, Env env, String id) {
    return env.schemes()
        .find(id)
        .map(SchemeDiagnosis::scheme)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "expected --scheme as one of "
                        + env.schemes().all().stream()
                            .map(it -> it.scheme().id())
                            .collect(Collectors.joining(", "))
                        + ", got "
                        + Visible.quoted(id)));
  }
}
