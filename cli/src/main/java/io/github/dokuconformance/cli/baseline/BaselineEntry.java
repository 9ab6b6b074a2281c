package io.github.dokuconformance.cli.baseline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that is accepted wherever it occurs in exchanges of an operation.
 *
 * @param until the last day on which it is accepted; none for as long as it occurs
 */
record BaselineEntry(BaselineKey key, String reason, Optional<LocalDate> until) {
  boolean isExpired(LocalDate today) {
    return until.isPresent() && today.isAfter(until.get());
  }
}
