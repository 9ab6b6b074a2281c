package io.github.dokuconformance.diagnosis.nonsnap;

import java.util.List;

/** A line of the string to sign, in the right order. */
enum Line {
  CLIENT_ID("Client-Id"),
  REQUEST_ID("Request-Id"),
  TIMESTAMP("Request-Timestamp"),
  TARGET("Request-Target"),
  DIGEST("Digest"),
  /** A line that does not belong there. */
  EXTRA("");

  /** The lines that belong there. */
  static final List<Line> RIGHT = List.of(CLIENT_ID, REQUEST_ID, TIMESTAMP, TARGET, DIGEST);

  private final String label;

  Line(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
