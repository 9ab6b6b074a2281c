package io.github.dokuconformance.run;

/**
 * Remembers 64-bit hashes and, for each, a few bytes; at most 13.4 bytes an entry beside those.
 *
 * <p>Two different texts are taken for one with a chance of n²/2⁶⁵ over n entries: 1 in 40 million
 * for a million.
 */
final class SeenTable {
  static final int ABSENT = -1;
  private static final double FULLEST = 0.85;
  private static final double GROWTH = 1.12;

  private final LongColumn keys = new LongColumn();

  /** Index of an entry plus one, or 0; found by open addressing. */
  private int[] slots = new int[1024];

  int size() {
    return keys.size();
  }

  /** Returns the entry's index in the order of adding, or {@link #ABSENT}. */
  int find(long key) {
    return slots[slot(key)] - 1;
  }

  /** Adds a key that is absent. */
  void add(long key) {
    if (keys.size() >= slots.length * FULLEST) {
      grow();
    }
    keys.add(key);
    slots[slot(key)] = keys.size();
  }

  long bytes() {
    return keys.bytes() + (long) Integer.BYTES * slots.length;
  }

  private int slot(long key) {
    int slot = home(key);
    while (slots[slot] != 0 && keys.get(slots[slot] - 1) != key) {
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    return slot;
  }

  private int home(long key) {
    return (int) (((key >>> 32) * slots.length) >>> 32);
  }

  private void grow() {
    slots = new int[(int) (slots.length * GROWTH) + 1];
    for (int i = 0; i < keys.size(); i++) {
      slots[slot(keys.get(i))] = i + 1;
    }
  }
}
