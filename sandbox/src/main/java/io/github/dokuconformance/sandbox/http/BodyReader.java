package io.github.dokuconformance.sandbox.http;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.MessageLimits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Reads one body, up to {@link MessageLimits}; to be closed when the request was handled. */
final class BodyReader implements AutoCloseable {
  private static final int SMALL = 64 << 10;
  private static final int LONGEST_LINE = 4 << 10;
  private static final int LONGEST_SIZE = 8;
  private static final int PATIENCE_SECONDS = 60;

  /** Bodies over 64 KiB that are in memory at once. */
  private static final Semaphore LARGE = new Semaphore(4);

  private final Wire wire;
  private byte[] bytes = new byte[0];
  private int length;
  private boolean large;

  BodyReader(Wire wire) {
    this.wire = wire;
  }

  Body read(RequestHead head) throws IOException, Refused {
    if (head.length() == RequestHead.CHUNKED) {
      for (int size = chunkSize(); size > 0; size = chunkSize()) {
        append(size);
        if (!wire.line(2).isEmpty()) {
          throw Refused.malformed("expected CRLF after each chunk");
        }
      }
      skipTrailers();
    } else if (wire.has(head.length())) {
      return wire.body((int) head.length());
    } else {
      append((int) head.length());
    }
    return Body.of(bytes, 0, length);
  }

  private int chunkSize() throws IOException, Refused {
    String line = wire.line(LONGEST_LINE);
    int end = 0;
    while (end < line.length() && isHexDigit(line.charAt(end))) {
      end++;
    }
    boolean extended = end < line.length() && ("; \t".indexOf(line.charAt(end)) >= 0);
    if (end == 0 || end > LONGEST_SIZE || (end < line.length() && !extended)) {
      throw Refused.malformed("expected a chunk size of up to 8 hexadecimal digits");
    }
    long size = Long.parseLong(line.substring(0, end), 16);
    if (length + size > MessageLimits.BODY_BYTES) {
      throw RequestHead.tooLarge();
    }
    return (int) size;
  }

  private static boolean isHexDigit(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  /** Fields after the last chunk must be sound, and mean nothing here (RFC 9110, section 6.5.1). */
  private void skipTrailers() throws IOException, Refused {
    HeaderBlock trailers = new HeaderBlock();
    for (String line = wire.line(LONGEST_LINE); !line.isEmpty(); line = wire.line(LONGEST_LINE)) {
      int colon = line.indexOf(':');
      Optional<String> wanted =
          trailers.add(line.substring(0, Math.max(colon, 0)), line.substring(colon + 1));
      if (wanted.isPresent()) {
        throw Refused.malformed("expected " + wanted.get());
      }
    }
  }

  private void append(int count) throws IOException, Refused {
    int wanted = length + count;
    while (length < wanted) {
      if (length == bytes.length) {
        grow(wanted);
      }
      length += wire.read(bytes, length, Math.min(wanted, bytes.length) - length);
    }
  }

  /** Takes memory for what has come, not for what was announced. */
  private void grow(int wanted) throws IOException, Refused {
    if (bytes.length >= SMALL && !large) {
      awaitTurn();
    }
    int most = Math.max(SMALL, 2 * bytes.length);
    bytes = Arrays.copyOf(bytes, Math.min(wanted, Math.min(most, MessageLimits.BODY_BYTES)));
  }

  private void awaitTurn() throws IOException, Refused {
    wire.allowAnyTime();
    try {
      large = LARGE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new InterruptedIOException("the server was closed");
    }
    if (!large) {
      throw new Refused(503, "too many large bodies at once");
    }
    wire.allowRequest();
  }

  @Override
  public void close() {
    if (large) {
      LARGE.release();
    }
  }
}
