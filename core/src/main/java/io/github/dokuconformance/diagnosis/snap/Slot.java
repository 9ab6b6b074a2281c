package io.github.dokuconformance.diagnosis.snap;

/** What stands at a place of the string to sign. */
enum Slot {
  METHOD("method"),
  PATH("path"),
  TOKEN("access token"),
  CLIENT("client key"),
  HASH("body hash"),
  TIMESTAMP("timestamp"),
  EXTRA("extra");

  private final String label;

  Slot(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
