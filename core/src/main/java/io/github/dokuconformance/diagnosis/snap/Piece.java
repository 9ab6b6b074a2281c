package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Octets;

/**
 * A value of the string to sign.
 *
 * @param present whether it stands there at all; if not, its separator is left out with it
 */
record Piece(Octets value, boolean present) {
  static final Piece ABSENT = new Piece(Octets.NONE, false);

  static Piece of(String text) {
    return new Piece(Octets.utf8(text), true);
  }
}
