package io.github.dokuconformance.vectors;

/**
 * Something that is wrong with a suite.
 *
 * @param file relative to the suite, such as {@code vectors/sign.json}
 * @param place a case's id or a JSON pointer; empty for the file as a whole
 */
public record LintProblem(String file, String place, String message) {
  @Override
  public String toString() {
    return file + (place.isEmpty() ? "" : ", " + place) + ": " + message;
  }
}
