package io.github.dokuconformance.diagnosis;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ways in which a signature header can be read, so that a MAC is computed once and compared
 * with all of them.
 *
 * <p>For a signature that a public key opens, what is compared is the digest that it holds: the
 * MACs are then plain hashes, and there is a way of reading for each key.
 */
public interface SignatureForm {
  /** A shorter beginning proves too little: 64 bits are beyond any search. */
  int FEWEST_BYTES = 8;

  /** What some write before a signature, such as the name of its hash, and the rest after it. */
  Pattern PREFIX = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{1,23}[=: ] ?)(.+)");

  /** Returns the first eight bytes of a MAC as a number. */
  static long beginning(byte[] mac) {
    long value = 0;
    for (int i = 0; i < FEWEST_BYTES; i++) {
      value = value << 8 | (mac[i] & 0xff);
    }
    return value;
  }

  /**
   * Returns the {@linkplain #beginning beginnings} of the MACs that the header may stand for; a MAC
   * that begins otherwise matches nothing.
   */
  Set<Long> beginnings();

  /**
   * Returns the mistakes by which that MAC is written as the header has it: the fewest, and others
   * that are as few and come to the same; nothing where it is not written like this.
   */
  List<List<Mistake>> matches(byte[] mac);

  /**
   * Returns the fewest mistakes that the form of the header alone comes to for a MAC of that many
   * bytes; nothing where no such MAC is written like this.
   */
  OptionalInt fewestMistakes(int macBytes);
}
