package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.Octets;

/** White space at the ends of one component's value. */
record Padding(Line line, Octets before, Octets after) {
  static final Padding NONE = new Padding(Line.EXTRA, Octets.NONE, Octets.NONE);

  /** Returns the value of that line with its white space. */
  Octets around(Line valueOf, Octets value) {
    if (valueOf != line) {
      return value;
    }
    Buffer padded = new Buffer();
    padded.put(before);
    padded.put(value);
    padded.put(after);
    return Octets.of(padded.toByteArray());
  }
}
