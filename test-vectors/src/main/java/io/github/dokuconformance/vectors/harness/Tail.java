package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Drains a stream and keeps its last bytes. Thread-safe. */
final class Tail {
  private static final int LIMIT = 64 * 1024;

  private final byte[] ring = new byte[LIMIT];
  private long total;

  /** Reads to the end of the stream; returns when it ends or is closed. */
  void drain(InputStream in) {
    byte[] chunk = new byte[8192];
    try {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        append(chunk, n);
      }
    } catch (IOException e) {
      // The process was killed: what came before is kept.
    }
  }

  /** Returns it with a visible sign for each control character that is no line end. */
  synchronized String text() {
    int length = (int) Math.min(total, LIMIT);
    int end = (int) (total % LIMIT);
    byte[] bytes =
        total <= LIMIT
            ? Arrays.copyOf(ring, length)
            : concat(Arrays.copyOfRange(ring, end, LIMIT), Arrays.copyOf(ring, end));
    return VisibleText.lines(new String(bytes, UTF_8));
  }

  private synchronized void append(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) (total++ % LIMIT)] = chunk[i];
    }
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
