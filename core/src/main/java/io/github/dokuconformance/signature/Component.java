package io.github.dokuconformance.signature;

import io.github.dokuconformance.finding.Visible;

/** One line of the string to sign; its name is what a person calls it, written out or not. */
public record Component(String name, String value) {
  /**
   * Refuses an empty value, and one with a line end, which would be a line of its own and could
   * stand for another component.
   *
   * @throws IllegalArgumentException if the value is not one line of text
   */
  void requireOneLine() {
    if (value.isEmpty() || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(
          "expected " + name + " to be one line of text, got " + Visible.quoted(value));
    }
  }
}
