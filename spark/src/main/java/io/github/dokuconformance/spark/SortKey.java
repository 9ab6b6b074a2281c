package io.github.dokuconformance.spark;

import io.github.dokuconformance.run.RunKey;
import java.io.Serializable;
import java.util.Comparator;

/**
 * What exchanges are sorted by: a key of 128 bits, and under it their place in the run.
 *
 * @param place the number of the part and, in its low bits, that of the exchange within it
 */
record SortKey(long high, long low, long place) implements Serializable, Comparable<SortKey> {
  private static final int INDEX_BITS = 40;
  private static final Comparator<SortKey> ORDER =
      Comparator.comparingLong(SortKey::high)
          .thenComparingLong(SortKey::low)
          .thenComparingLong(SortKey::place);

  static SortKey of(RunKey key, long place) {
    return new SortKey(key.high(), key.low(), place);
  }

  /** Returns the key of what belongs to no other. */
  static SortKey alone(long place) {
    return new SortKey(0, place, place);
  }

  /**
   * Returns a place.
   *
   * @param index of the exchange in its part, counted from 0
   */
  static long place(int split, long index) {
    return ((long) split << INDEX_BITS) | index;
  }

  /** Returns the number of an exchange in the run, counted from 1. */
  static long exchange(long place, long[] before) {
    return before[(int) (place >>> INDEX_BITS)] + (place & ((1L << INDEX_BITS) - 1)) + 1;
  }

  boolean isUnder(SortKey other) {
    return high == other.high && low == other.low;
  }

  @Override
  public int compareTo(SortKey other) {
    return ORDER.compare(this, other);
  }
}
