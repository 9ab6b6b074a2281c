package io.github.dokuconformance.run;

import java.util.Arrays;

/** A growing column of longs that never copies what it holds. */
final class LongColumn {
  private static final int CHUNK_BITS = 13;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private long[][] chunks = new long[8][];
  private int size;

  int size() {
    return size;
  }

  long get(int index) {
    return chunks[index >> CHUNK_BITS][index & (CHUNK - 1)];
  }

  void set(int index, long value) {
    chunks[index >> CHUNK_BITS][index & (CHUNK - 1)] = value;
  }

  long bytes() {
    int used = (size + CHUNK - 1) >> CHUNK_BITS;
    return (long) Long.BYTES * (chunks.length + (long) used * CHUNK);
  }

  void add(long value) {
    int chunk = size >> CHUNK_BITS;
    if (chunk == chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length * 2);
    }
    if ((size & (CHUNK - 1)) == 0) {
      chunks[chunk] = new long[CHUNK];
    }
    chunks[chunk][size & (CHUNK - 1)] = value;
    size++;
  }
}
