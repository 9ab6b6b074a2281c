package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.signature.nonsnap.HeaderNames;
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

  /** Returns the name on the line, which is another for the timestamp of a response. */
  String label(boolean ofResponse) {
    return this == TIMESTAMP && ofResponse ? HeaderNames.RESPONSE_TIMESTAMP : label;
  }
}
