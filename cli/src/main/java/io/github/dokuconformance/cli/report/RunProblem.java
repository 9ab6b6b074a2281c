package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.place.Place;
import io.github.dokuconformance.finding.FindingType;

/**
 * Something wrong that is in no exchange: an entry of the baseline that no longer holds.
 *
 * @param subject what it is about, on one line
 */
public record RunProblem(FindingType type, String subject, Place place) {
  /** Returns one line: what is required, and about what. */
  String message() {
    return type.requirement() + "; " + subject;
  }
}
