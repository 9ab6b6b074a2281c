package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.List;
import java.util.function.Consumer;

/** Digest and Request-Target are lines of the string to sign, not headers. */
final class ComponentsAsHeaders implements Rule {
  private static final String REASON =
      "no header table lists it, and DOKU's own code does not send it";
  private static final String HINT =
      "Harmless as far as is known; leave it out, so that nobody takes it for the signed value.";
  private static final FindingType DIGEST =
      new FindingType(
          "header.digest-sent",
          Severity.NOTE,
          "Digest is a line of the string to sign, not a header",
          HINT,
          Source.documented(Pages.REQUEST_HEADERS + ": " + REASON));
  private static final FindingType TARGET =
      new FindingType(
          "header.request-target-sent",
          Severity.NOTE,
          "Request-Target is a line of the string to sign, not a header",
          HINT,
          Source.documented(Pages.REQUEST_HEADERS + ": " + REASON));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(DIGEST, TARGET);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.nonSnap();
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.concernsDoku() && subject.isNonSnap()) {
      check(subject, DIGEST, NonSnap.SCHEME.digestName(), findings);
      check(subject, TARGET, NonSnap.SCHEME.targetName(), findings);
    }
  }

  private static void check(
      Subject subject, FindingType type, String name, Consumer<Finding> findings) {
    if (subject.requestHeaders().first(name).isPresent()) {
      findings.accept(type.at(Part.REQUEST, name).build());
    }
  }
}
