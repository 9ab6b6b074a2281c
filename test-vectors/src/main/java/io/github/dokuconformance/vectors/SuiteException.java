package io.github.dokuconformance.vectors;

/** A suite could not be used; the message names file, place and reason in one line. */
public final class SuiteException extends Exception {
  private static final long serialVersionUID = 1L;

  SuiteException(String file, String place, String reason) {
    super(file + (place.isEmpty() ? "" : ", " + place) + ": " + reason);
  }
}
