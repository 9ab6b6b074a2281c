package io.github.dokuconformance.rules;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A request sends only fields that the contract names; DOKU's own messages may hold others. */
final class UnknownFields implements Rule {
  private static final FindingType UNKNOWN =
      new FindingType(
          "schema.unknown-field",
          Severity.WARNING,
          "a request sends only documented fields",
          "Check the spelling and the nesting, or leave the field out: DOKU may ignore or refuse it.",
          Source.derived(Pages.AKULAKU + "request tables: they do not list it"));

  @Override
  public List<FindingType> types() {
    return List.of(UNKNOWN);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.requestIsPlain() || subject.operation().isEmpty() || subject.isNotification()) {
      return;
    }
    Optional<String> schema = subject.operation().get().requestSchema();
    if (schema.isEmpty() || subject.requestJson().isMissingNode()) {
      return;
    }
    for (String pointer :
        subject.context().contract().schemas().unknownFields(schema.get(), subject.requestJson())) {
      findings.accept(UNKNOWN.at(Part.REQUEST, pointer).build());
    }
  }
}
