package io.github.dokuconformance.rules;

import static io.github.dokuconformance.signature.HeaderRole.TIMESTAMP;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A response is not older than its request. */
final class ResponseTime implements Rule {
  private static final long SLACK_SECONDS = 60;
  private static final FindingType EARLIER =
      new FindingType(
          "echo.response-timestamp",
          Severity.WARNING,
          "Response-Timestamp is not before Request-Timestamp by more than a minute",
          "Compare both clocks; an old response may be one that somebody replays.",
          Source.derived(Pages.RESPONSE_HEADERS + ": it is the time of the response"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(EARLIER);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(operation -> operation.isSigned(Part.RESPONSE), "its response is not signed");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    // A refused request may have been refused for its clock.
    if (!subject.succeeded() || !subject.isSigned(Part.RESPONSE)) {
      return;
    }
    long seconds = secondsBefore(subject);
    if (seconds > SLACK_SECONDS) {
      findings.accept(
          EARLIER
              .at(Part.RESPONSE, subject.headerName(TIMESTAMP, Part.RESPONSE))
              .wanted("not before " + subject.header(TIMESTAMP, Part.REQUEST).orElse(""))
              .got(
                  subject.header(TIMESTAMP, Part.RESPONSE).orElse("")
                      + ", "
                      + seconds
                      + " s before")
              .build());
    }
  }

  /** Returns by how many seconds the response is older than its request; 0 where it is not. */
  static long secondsBefore(Subject subject) {
    Optional<Instant> asked = subject.header(TIMESTAMP, Part.REQUEST).flatMap(Timestamps::parse);
    Optional<Instant> answered =
        subject.header(TIMESTAMP, Part.RESPONSE).flatMap(Timestamps::parse);
    return asked.isPresent() && answered.isPresent()
        ? Math.max(0, Duration.between(answered.get(), asked.get()).toSeconds())
        : 0;
  }
}
