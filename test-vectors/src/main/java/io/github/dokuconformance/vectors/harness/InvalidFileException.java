package io.github.dokuconformance.vectors.harness;

/** A file that the user named could not be used; the message names file, place and reason. */
public final class InvalidFileException extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidFileException(String file, String place, String reason) {
    super(file + (place.isEmpty() ? "" : ", " + place) + ": " + reason);
  }
}
