package io.github.dokuconformance.probe;

import static io.github.dokuconformance.probe.Expectation.ACCEPTED;
import static io.github.dokuconformance.probe.Expectation.REFUSED;
import static io.github.dokuconformance.probe.Level.INFORMATIONAL;
import static io.github.dokuconformance.probe.Level.SHOULD;

import io.github.dokuconformance.probe.Probe.Reason;
import java.time.Duration;
import java.util.List;

/** Messages that were rightly signed, once, and come again or come late. */
final class RepeatedProbes {
  static final String SAME_REQUEST_ID = "repeated.same-request-id";
  static final String SAME_ORDER = "repeated.same-order";

  private static final Reason ACKNOWLEDGE =
      new Reason(
          "DOKU repeats a message whose answer got lost, and goes on while it is refused",
          "answer 2xx to what was booked already, and do nothing else");
  private static final Reason FRESH =
      new Reason(
          "who once captured a message can send it for ever",
          "refuse a Request-Timestamp that is more than a day away; DOKU's last retry comes after"
              + " 12 h");
  private static final Duration YEAR = Duration.ofDays(365);

  private RepeatedProbes() {}

  static List<Probe> all() {
    return List.of(
        Probe.of(
                SAME_REQUEST_ID,
                SHOULD,
                ACCEPTED,
                "the same message again, byte for byte",
                ACKNOWLEDGE,
                Sources.REPEATED,
                Setting::genuine)
            .after(Setting::genuine),
        Probe.of(
                SAME_ORDER,
                SHOULD,
                ACCEPTED,
                "the same order and status again, under a new Request-Id",
                ACKNOWLEDGE,
                Sources.REPEATED,
                s -> s.draft().requestId(s.requestId() + "-2").sign())
            .after(Setting::genuine),
        Probe.of(
            "stale.year-old",
            SHOULD,
            REFUSED,
            "rightly signed, a year ago",
            FRESH,
            Sources.FRESHNESS,
            s -> s.draft().timestamp(GenuineProbes.ago(s, YEAR)).sign()),
        Probe.of(
            "stale.year-ahead",
            INFORMATIONAL,
            REFUSED,
            "rightly signed, with a Request-Timestamp a year from now",
            FRESH,
            Sources.FRESHNESS,
            s -> s.draft().timestamp(GenuineProbes.ago(s, YEAR.negated())).sign()));
  }
}
