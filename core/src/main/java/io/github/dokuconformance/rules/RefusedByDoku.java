package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** DOKU's refusals are passed on, so that nobody has to open the recording. */
final class RefusedByDoku implements Rule {
  private static final FindingType REFUSED =
      new FindingType(
          "response.refused",
          Severity.NOTE,
          "DOKU answered with an error",
          "Look at the request's own findings first.",
          Source.observed(Pages.PROBES));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(REFUSED);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.sentByMerchant("the merchant answers");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.response().isEmpty() || subject.succeeded() || !subject.isAnsweredByDoku()) {
      return;
    }
    int status = subject.response().get().status();
    String said = said(subject.responseJson());
    if (status == 409 && said.isEmpty()) {
      // The first response once more: docs.retry-status tells of that.
      return;
    }
    findings.accept(
        REFUSED
            .at(Part.RESPONSE, "")
            .got(said.isEmpty() ? "" + status : status + " " + said)
            .build());
  }

  /** Returns the text of whichever envelope it is. */
  private static String said(JsonNode body) {
    JsonNode error = body.path("error");
    for (JsonNode place :
        List.of(
            error.path("message"),
            body.path("errors").path("message"),
            body.path("message"),
            body.path("responseMessage"),
            body.path("error_messages"),
            error)) {
      if (place.isString()) {
        return Visible.quoted(place.asString());
      }
      if (place.isArray() && place.path(0).isString()) {
        return Visible.quoted(place.path(0).asString());
      }
    }
    return "";
  }
}
