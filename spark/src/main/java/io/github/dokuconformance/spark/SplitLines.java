package io.github.dokuconformance.spark;

import io.github.dokuconformance.cli.input.recognition.JsonLine;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.fs.FSDataInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines that begin in a part of a file: each line of a file is in one part of it. A line ends
 * with LF alone, as on one machine; Hadoop's own reader would end one at a CR too.
 */
final class SplitLines implements Closeable {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int[] MARK = {0xEF, 0xBB, 0xBF};

  private final FSDataInputStream in;
  private final long end;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int filled;
  private long position;
  private long offset;
  private long number;
  private boolean tooLong;

  SplitLines(FSDataInputStream in, long start, long end) throws IOException {
    this.in = in;
    this.end = end;
    if (start == 0) {
      skipMark();
    } else {
      // The line that the part begins in, if it began before, is the other part's.
      in.seek(start - 1);
      position = start - 1;
      int b = read();
      while (b >= 0 && b != '\n') {
        b = read();
      }
    }
  }

  private void skipMark() throws IOException {
    for (int wanted : MARK) {
      if (read() != wanted) {
        in.seek(0);
        next = 0;
        filled = 0;
        position = 0;
        return;
      }
    }
  }

  /** Returns the next line without its LF, or null at the end; of a line too long, anything. */
  byte @Nullable [] next() throws IOException {
    offset = position;
    int b = position < end ? read() : -1;
    if (b < 0) {
      return null;
    }
    number++;
    tooLong = false;
    ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
    while (b >= 0 && b != '\n') {
      if (line.size() < JsonLine.LONGEST) {
        line.write(b);
      } else {
        tooLong = true;
      }
      b = read();
    }
    return line.toByteArray();
  }

  /** Returns the line's number in the part, counted from 1. */
  long number() {
    return number;
  }

  /** Returns where the line that was returned last begins in the file. */
  long offset() {
    return offset;
  }

  boolean tooLong() {
    return tooLong;
  }

  private int read() throws IOException {
    if (next == filled) {
      next = 0;
      filled = Math.max(0, in.read(buffer, 0, buffer.length));
      if (filled == 0) {
        return -1;
      }
    }
    position++;
    return buffer[next++] & 0xff;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
