package io.github.dokuconformance.vectors.harness;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The first place where an answer is not what the vector expects.
 *
 * @param stage a {@link Stage} id, or {@code valid}, {@code reason}, {@code errors}, {@code
 *     rejected}
 * @param offset index of the first differing character, counted in Unicode code points
 */
public record Difference(String stage, int offset, String expected, String actual) {
  private static final int LONGEST = 16 << 10;

  /** Of what is longer than any vector, only the beginning is kept. */
  static Difference of(String stage, String expected, String actual) {
    String kept = VisibleText.shorten(actual, Math.max(LONGEST, 2 * expected.length()));
    return new Difference(stage, firstDifference(expected, actual), expected, kept);
  }

  /** Compares in computing order; a stage that either side does not have tells nothing. */
  static Optional<Difference> first(Map<Stage, String> expected, Map<Stage, String> actual) {
    for (Stage stage : Stage.values()) {
      String wanted = expected.get(stage);
      String came = actual.get(stage);
      if (wanted != null && came != null && !wanted.equals(came)) {
        return Optional.of(of(stage.id(), wanted, came));
      }
    }
    return Optional.empty();
  }

  /** Returns stage and place in a few words. */
  String describe() {
    return stage + " differs from character " + offset;
  }

  private static int firstDifference(String expected, String actual) {
    int[] wanted = expected.codePoints().toArray();
    int[] came = actual.codePoints().toArray();
    int index = Arrays.mismatch(wanted, came);
    return index < 0 ? wanted.length : index;
  }
}
