package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.function.Consumer;

/** A request has a body where the operation takes one, and none where it does not. */
final class BodyPresence implements Rule {
  private static final FindingType MISSING =
      new FindingType(
          "body.missing",
          Severity.ERROR,
          "the message has the JSON body that its operation documents",
          "Send the body; a stream that was read for the digest may be at its end when it is sent.",
          Source.documented(Pages.AKULAKU + "request and response tables"));
  private static final FindingType UNEXPECTED =
      new FindingType(
          "body.unexpected",
          Severity.WARNING,
          "the operation takes no body",
          "Send a GET without a body: whether a Digest line belongs to it is not documented.",
          Source.documented("developers.doku.com, Signature from API GET method"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(MISSING, UNEXPECTED);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return type.equals(UNEXPECTED)
        ? Scope.only(operation -> operation.requestSchema().isEmpty(), "its request has a body")
        : Scope.only(
            operation ->
                operation.requestSchema().isPresent() || operation.responseSchema().isPresent(),
            "neither part has a body");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    if (subject.succeeded()
        && !subject.operation().get().responseSchemas(subject.response().get().status()).isEmpty()
        && subject.response().get().body().isEmpty()) {
      Finding.Builder missing = MISSING.at(Part.RESPONSE, "").got("an empty body");
      if (subject.isAnsweredByDoku()) {
        missing.hint("Record the response's body too; if there was none, ask DOKU for it.");
      }
      findings.accept(missing.build());
    }
    boolean wanted = subject.operation().get().requestSchema().isPresent();
    boolean there = !subject.request().body().isEmpty();
    if (wanted && !there) {
      findings.accept(MISSING.at(Part.REQUEST, "").got("an empty body").build());
    } else if (there && !wanted) {
      findings.accept(
          UNEXPECTED
              .at(Part.REQUEST, "")
              .got(subject.request().body().length() + " bytes")
              .build());
    }
  }
}
