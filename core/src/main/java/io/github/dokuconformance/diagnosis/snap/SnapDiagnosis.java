package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Evidence;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.NextStep;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.snap.Snap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains signatures of SNAP. */
public final class SnapDiagnosis implements SchemeDiagnosis {
  public static final SnapDiagnosis TOKEN = new SnapDiagnosis(Snap.TOKEN);
  public static final SnapDiagnosis SYMMETRIC = new SnapDiagnosis(Snap.SYMMETRIC);
  public static final SnapDiagnosis ASYMMETRIC = new SnapDiagnosis(Snap.ASYMMETRIC);

  private final Scheme scheme;

  private SnapDiagnosis(Scheme scheme) {
    this.scheme = scheme;
  }

  /** Returns paths that published code signs, whatever URL a message came to. */
  public static List<String> fixedPaths() {
    return PathChoices.FIXED;
  }

  @Override
  public Scheme scheme() {
    return scheme;
  }

  @Override
  public List<SnapMistake> codes() {
    return List.of(SnapMistake.values());
  }

  @Override
  public MistakeCode missing() {
    return SnapMistake.SIGNATURE_MISSING;
  }

  @Override
  public Evidence read(DiagnosisInput input) {
    return new SnapEvidence(input);
  }

  @Override
  public List<String> secrets(DiagnosisInput input) {
    return Stream.of(
            scheme.value(HeaderRole.AUTHORIZATION, Part.REQUEST, input.request().headers()),
            input.request().headers().first("Authorization-Customer"))
        .flatMap(Optional::stream)
        .map(value -> AccessToken.ofHeader(value).expose())
        .filter(token -> !token.isEmpty())
        .toList();
  }

  @Override
  public List<NextStep> firstSteps(DiagnosisInput input) {
    return new SnapEvidence(input)
            .rsa()
            .map(rsa -> rsa.opened().isPresent() ? NextStep.KEY_IS_RIGHT : NextStep.KEY_IS_ANOTHER)
            .stream()
            .toList();
  }

  @Override
  public String toString() {
    return scheme.id();
  }
}
