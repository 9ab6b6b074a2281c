package io.github.dokuconformance.diagnosis.nonsnap;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How the names of the components are spelt. */
final class Names {
  /** Values without names. */
  static final Names NONE = new Names(name -> "");

  static final Names RIGHT = new Names(UnaryOperator.identity());

  private final Map<Line, Octets> byLine = new EnumMap<>(Line.class);
  private final Octets responseTimestamp;
  private final UnaryOperator<String> spelling;

  private Names(UnaryOperator<String> spelling) {
    this.spelling = spelling;
    for (Line line : Line.RIGHT) {
      byLine.put(line, Octets.utf8(spelling.apply(line.label())));
    }
    responseTimestamp = Octets.utf8(spelling.apply(HeaderNames.RESPONSE_TIMESTAMP));
  }

  static Names spelt(UnaryOperator<String> spelling) {
    return new Names(spelling);
  }

  /** Returns the right names but for that one, a label of a line. */
  static Names allBut(String label, String written) {
    return new Names(name -> name.equals(label) ? written : name);
  }

  /** Returns a name that does not belong there, in this spelling. */
  Octets ofExtra(String name) {
    return Octets.utf8(spelling.apply(name));
  }

  /** Values stand alone. */
  boolean areNone() {
    return responseTimestamp.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Names that
        && byLine.equals(that.byLine)
        && responseTimestamp.equals(that.responseTimestamp);
  }

  @Override
  public int hashCode() {
    return byLine.hashCode();
  }

  Octets of(Line line, Stamp stamp) {
    return line == Line.TIMESTAMP && stamp.ofResponse()
        ? responseTimestamp
        : requireNonNull(byLine.get(line));
  }
}
