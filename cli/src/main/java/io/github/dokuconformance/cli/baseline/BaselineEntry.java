package io.github.dokuconformance.cli.baseline;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding that is accepted wherever it occurs in exchanges of an operation.
 *
 * @param until the last day on which it is accepted; none for as long as it occurs
 */
record BaselineEntry(Key key, String reason, Optional<LocalDate> until) {

  /**
   * What tells accepted findings apart.
   *
   * @param at a header's name or a JSON pointer, in which {@code *} stands for any index
   */
  record Key(String code, String operation, Part part, String at) implements Comparable<Key> {
    static Key of(String operation, Finding finding) {
      return new Key(finding.code(), operation, finding.part(), anyIndex(finding.at()));
    }

    /** Returns the pointer with a star for each index: the next order has its items elsewhere. */
    static String anyIndex(String at) {
      return at.startsWith("/") ? at.replaceAll("/[0-9]+(?=/|$)", "/*") : at;
    }

    @Override
    public int compareTo(Key other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return (code + " in " + operation + ", " + part.id() + " " + at).strip();
    }
  }

  boolean isExpired(LocalDate today) {
    return until.isPresent() && today.isAfter(until.get());
  }
}
