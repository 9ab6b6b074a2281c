package io.github.dokuconformance.cli.place;

/** A stretch of a text, in UTF-16 code units. */
record Span(int from, int to) {
  Span shifted(int by) {
    return new Span(from + by, to + by);
  }
}
