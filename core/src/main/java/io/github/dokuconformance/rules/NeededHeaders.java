package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.NeededHeader;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.function.Consumer;

/** A request carries the headers that its operation wants beside those of its scheme. */
final class NeededHeaders implements Rule {
  private static final FindingType NEEDED =
      new FindingType(
          "header.needed",
          Severity.ERROR,
          "this operation wants this header",
          "Add the header; it is not signed.",
          Source.documented(Pages.SNAP_HEADERS));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(NEEDED);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(
        operation -> !operation.headers().isEmpty(),
        "it wants no header beside those of its signature");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    for (NeededHeader header : subject.operation().get().headers()) {
      boolean needed = header.when().isEmpty() || header.when().get().holds(subject.requestJson());
      if (needed && subject.requestHeaders().first(header.name()).isEmpty()) {
        Finding.Builder missing =
            NEEDED.at(Part.REQUEST, header.name()).got("nothing").source(header.source());
        // Two libraries send this name, and nothing reads it.
        if (subject.requestHeaders().first("X-" + header.name()).isPresent()) {
          missing.got("X-" + header.name()).hint("The name has no X- before it.");
        }
        findings.accept(missing.build());
      }
    }
  }
}
