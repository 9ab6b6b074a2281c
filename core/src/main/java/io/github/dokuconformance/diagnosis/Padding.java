package io.github.dokuconformance.diagnosis;

/** White space at the ends of one component's value. */
record Padding(Line line, Octets before, Octets after) {
  static final Padding NONE = new Padding(Line.EXTRA, Octets.NONE, Octets.NONE);
}
