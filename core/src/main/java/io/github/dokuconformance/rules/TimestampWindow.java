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

/** A request's timestamp is within 3600 seconds of the time it is sent at. */
final class TimestampWindow implements Rule {
  private static final long WINDOW_SECONDS = 3600;
  private static final long HOUR = 3600;

  /** One hour off, a clock is nearly right: an old timestamp is likelier than another zone. */
  private static final int NEAREST_ZONE = 2;

  private static final int FURTHEST_ZONE = 14;
  private static final long SLACK_SECONDS = 300;
  private static final Source SOURCE =
      Source.observed(
          Pages.PROBES + " (\"Header Request-Timestamp is not in +- 3600 second of now\")");
  private static final FindingType RANGE =
      new FindingType(
          "header.timestamp-out-of-range",
          Severity.ERROR,
          "Request-Timestamp is within 3600 seconds of now",
          "Take a new timestamp for each attempt, also for a retry, and check the machine's clock.",
          SOURCE);
  private static final FindingType LOCAL_TIME =
      new FindingType(
          "header.timestamp-local-time",
          Severity.ERROR,
          "the time before Z is UTC",
          "If the clock of that zone was labelled Z, convert to UTC before formatting; if the"
              + " timestamp is an old one, take a new one for each attempt.",
          Source.documented(Pages.REQUEST_HEADERS + " (\"UTC\"); " + Pages.SIGNATURE_REQUEST));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(RANGE, LOCAL_TIME);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.nonSnap()
        .and(
            Scope.sentByMerchant(
                "DOKU repeats what it sends for hours, and no page says that it signs anew"));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    // Notifications are repeated for hours, and whether they are signed anew is not documented.
    // What is not an operation of the contract may be one for another channel.
    if (!subject.isNonSnap() || !subject.isAnsweredByDoku() || subject.now().isEmpty()) {
      return;
    }
    Instant now = subject.now().get();
    String text = subject.header(TIMESTAMP, Part.REQUEST).orElse("");
    Optional<Instant> sent = Timestamps.parse(text);
    if (sent.isEmpty()) {
      return;
    }
    long ahead = Duration.between(now, sent.get()).toSeconds();
    if (Math.abs(ahead) <= WINDOW_SECONDS) {
      return;
    }
    long hours = Math.round(ahead / (double) HOUR);
    boolean zone =
        Math.abs(ahead - hours * HOUR) <= SLACK_SECONDS
            && Math.abs(hours) >= NEAREST_ZONE
            && Math.abs(hours) <= FURTHEST_ZONE;
    findings.accept(
        (zone ? LOCAL_TIME : RANGE)
            .at(Part.REQUEST, subject.headerName(TIMESTAMP, Part.REQUEST))
            .wanted("within 3600 s of " + Timestamps.format(now))
            .got(text + ", which is " + distance(ahead, zone, hours))
            .build());
  }

  private static String distance(long ahead, boolean zone, long hours) {
    String side = ahead > 0 ? " ahead" : " behind";
    return zone
        ? Math.abs(hours) + " h" + side + ", as local time at UTC" + (hours > 0 ? "+" : "") + hours
        : Math.abs(ahead) + " s" + side;
  }
}
