package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Octets;
import java.util.EnumSet;
import java.util.Set;

/**
 * What stands between a name and its value.
 *
 * @param usual on all lines but the odd ones
 * @param odd on the odd lines
 */
record NameSeparators(Octets usual, Octets odd, Set<Line> oddLines) {
  static final NameSeparators RIGHT = everywhere(":");

  NameSeparators {
    oddLines = Set.copyOf(oddLines);
  }

  static NameSeparators everywhere(String text) {
    return new NameSeparators(Octets.utf8(text), Octets.NONE, Set.of());
  }

  /** Returns a colon on all lines but those. */
  static NameSeparators allBut(EnumSet<Line> lines, String text) {
    return new NameSeparators(RIGHT.usual, Octets.utf8(text), lines);
  }

  Octets on(Line line) {
    return oddLines.contains(line) ? odd : usual;
  }

  /** Returns the longer of the two. */
  Octets longest() {
    return odd.length() > usual.length() ? odd : usual;
  }
}
