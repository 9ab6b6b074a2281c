package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines without ever holding more than one of them, and no long one. */
final class AdapterLines {
  private static final int SHOWN_BYTES = 200;

  private final InputStream in;
  private final int limit;

  AdapterLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Returns the next line, or null at the end of the stream. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    while (true) {
      int b = in.read();
      if (b < 0 && bytes.size() == 0) {
        return null;
      }
      if (b < 0 || b == '\n') {
        return new Line(bytes.toByteArray(), false);
      }
      if (bytes.size() == limit) {
        // Told now, not at the line's end: it may never come.
        return new Line(bytes.toByteArray(), true);
      }
      bytes.write(b);
    }
  }

  /** One line without its LF. */
  static final class Line {
    private final byte[] bytes;
    private final boolean tooLong;

    Line(byte[] bytes, boolean tooLong) {
      this.bytes = bytes;
      this.tooLong = tooLong;
    }

    /** Tells whether only the beginning is here; nothing that follows it can be told apart. */
    boolean tooLong() {
      return tooLong;
    }

    /** Returns the text, in which malformed UTF-8 is not replaced but refused. */
    String text() throws BadMessageException {
      try {
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException e) {
        throw new BadMessageException("not UTF-8");
      }
    }

    /** Returns the first 200 bytes, fit to be shown. */
    String shown() {
      int end = Math.min(bytes.length, SHOWN_BYTES);
      return VisibleText.of(new String(bytes, 0, end, UTF_8)) + (bytes.length > end ? "…" : "");
    }
  }
}
