package io.github.dokuconformance.cli.input.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream at LF, and keeps no more of a line than its limit. Not thread safe.
 *
 * <p>A {@code BufferedReader} would keep a line of any length, and decode it.
 */
public final class LineReader {
  private static final int BUFFER_BYTES = 64 << 10;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int start;
  private int end;
  private long number;
  private boolean tooLong;

  public LineReader(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /**
   * Returns the next line without its LF, or null at the end; of a line too long, the beginning.
   */
  public byte @Nullable [] next() throws IOException {
    tooLong = false;
    if (start == end && !fill()) {
      return null;
    }
    number++;
    int lineEnd = indexOfLineEnd();
    if (lineEnd >= 0) {
      tooLong = lineEnd - start > limit;
      byte[] line = Arrays.copyOfRange(buffer, start, Math.min(lineEnd, start + limit));
      start = lineEnd + 1;
      return line;
    }
    return acrossBuffers();
  }

  /** Returns the number of the line that was returned last, counted from 1. */
  public long number() {
    return number;
  }

  /** Says whether the line that was returned last is longer than the limit. */
  public boolean tooLong() {
    return tooLong;
  }

  private byte[] acrossBuffers() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(2 * BUFFER_BYTES);
    int lineEnd;
    do {
      keep(line, end - start);
      start = end;
      lineEnd = fill() ? indexOfLineEnd() : 0;
    } while (lineEnd < 0);
    keep(line, lineEnd - start);
    start = Math.min(lineEnd + 1, end);
    return line.toByteArray();
  }

  private void keep(ByteArrayOutputStream line, int count) {
    int room = limit - line.size();
    tooLong |= count > room;
    line.write(buffer, start, Math.min(count, room));
  }

  private int indexOfLineEnd() {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    start = 0;
    end = Math.max(in.read(buffer), 0);
    return end > 0;
  }
}
