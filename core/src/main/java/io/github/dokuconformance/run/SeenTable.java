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

  /**
   * In the low bits the index of an entry plus one, above them as many bits of its key as fit; 0
   * where nothing is. Found by open addressing; the bits of the key spare nearly all looks at keys
   * that differ, which lie far apart in memory.
   */
  private int[] slots = new int[1024];

  private int indexBits = bitsFor(slots);

  int size() {
    return keys.size();
  }

  /** Returns the entry's index in the order of adding, or {@link #ABSENT}. */
  int find(long key) {
    return index(slots[slot(key)]);
  }

  /** Adds a key that is absent. */
  void add(long key) {
    if (keys.size() >= slots.length * FULLEST) {
      grow();
    }
    keys.add(key);
    slots[slot(key)] = mark(key) | keys.size();
  }

  long bytes() {
    return keys.bytes() + (long) Integer.BYTES * slots.length;
  }

  private static int bitsFor(int[] slots) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(slots.length);
  }

  private int mark(long key) {
    return (int) key << indexBits;
  }

  private int index(int entry) {
    return (entry & ((1 << indexBits) - 1)) - 1;
  }

  private int slot(long key) {
    int mark = mark(key);
    int slot = home(key);
    while (slots[slot] != 0 && !isOf(key, mark, slots[slot])) {
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    return slot;
  }

  private boolean isOf(long key, int mark, int entry) {
    return entry >>> indexBits == mark >>> indexBits && keys.get(index(entry)) == key;
  }

  private int home(long key) {
    return (int) (((key >>> 32) * slots.length) >>> 32);
  }

  private void grow() {
    slots = new int[(int) (slots.length * GROWTH) + 1];
    indexBits = bitsFor(slots);
    for (int i = 0; i < keys.size(); i++) {
      slots[slot(keys.get(i))] = mark(keys.get(i)) | (i + 1);
    }
  }
}
