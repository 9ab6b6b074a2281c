package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.place.Place;
import io.github.dokuconformance.finding.FindingType;
import java.util.Optional;

/**
 * Something wrong that is in no exchange, such as an entry of the baseline that no longer holds.
 *
 * @param subject what it is about, on one line
 * @param place where it stands, if in a file
 */
public record RunProblem(FindingType type, String subject, Optional<Place> place) {
  /** Returns one line: what is required, and about what. */
  public String message() {
    return type.requirement() + "; " + subject;
  }

  /** Returns what it is a problem of: the first word of its code. */
  String group() {
    return type.code().substring(0, type.code().indexOf('.'));
  }

  /** Returns its place and subject, in one line. */
  String name() {
    return place.map(it -> it + " ").orElse("") + subject;
  }
}
