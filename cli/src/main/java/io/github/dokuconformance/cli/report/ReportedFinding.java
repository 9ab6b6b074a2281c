package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.place.Place;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import java.util.Optional;

/**
 * A finding as every report shows it.
 *
 * @param place where it stands in the input file, where that was asked and is known
 * @param accepted the baseline's reason, where the finding stands in it
 */
public record ReportedFinding(Finding finding, Optional<Place> place, Optional<String> accepted) {
  /** Tells whether it makes its exchange not conformant. */
  boolean counts(Severity failOn) {
    return accepted.isEmpty() && finding.severity().compareTo(failOn) >= 0;
  }

  /** Returns the part and the header or pointer, on one line. */
  String where() {
    return (finding.part().id() + " " + Visible.line(finding.at())).strip();
  }
}
