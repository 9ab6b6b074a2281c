package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.MessageLimits;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of one connection, and the time by which the next of them must have come or gone.
 *
 * <p>One thread reads and writes; another closes it when {@link #isLate}. A read without time-out
 * is one call of the operating system; with the socket's own it would be three.
 */
final class Wire implements Closeable {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration REQUEST = Duration.ofSeconds(10);
  private static final Duration RESPONSE = Duration.ofSeconds(30);
  private static final Duration GOODBYE = Duration.ofSeconds(2);
  private static final Duration ANY = Duration.ofDays(365);
  private static final int BUFFER = 4 << 10;
  private static final int MOST_SKIPPED = 1 << 20;

  private final Socket socket;
  private final InetAddress local;
  private final InputStream in;
  private final OutputStream out;
  private byte[] buffer = new byte[BUFFER];
  private int start;
  private int end;
  private final AtomicLong deadline = new AtomicLong();

  Wire(Socket socket) throws IOException {
    this.socket = socket;
    this.local = socket.getLocalAddress();
    // Otherwise an answer on a kept connection waits 40 ms for the client's delayed ACK.
    socket.setTcpNoDelay(true);
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    allow(IDLE);
  }

  /** Returns the address of this machine that the client reached. */
  InetAddress local() {
    return local;
  }

  /** Returns the client's address. */
  InetAddress peer() {
    return socket.getInetAddress();
  }

  boolean isLate(long now) {
    return now - deadline.get() > 0;
  }

  private void allow(Duration time) {
    // The watchdog may see it a moment late: a full barrier, four times a request, would cost more.
    deadline.setRelease(System.nanoTime() + time.toNanos());
  }

  /** Gives the rest of a request its time. */
  void allowRequest() {
    allow(REQUEST);
  }

  /** Stops the clock while the request waits for us. */
  void allowAnyTime() {
    allow(ANY);
  }

  /**
   * Returns the lines up to the empty one, that one included, each with its CRLF; nothing where the
   * client closed the connection before it.
   */
  Optional<String> head() throws IOException, Refused {
    if (start == end) {
      allow(IDLE);
    }
    int length = 0;
    int line = 0;
    while (true) {
      if (start + length == end && !fill()) {
        if (length == 0) {
          return Optional.empty();
        }
        throw new EOFException("the connection ended within a head");
      }
      if (length == 0) {
        requireText(buffer[start]);
        allowRequest();
      }
      int feed = nextFeed(start + length);
      length = Math.min(feed + 1, end) - start;
      if (length > MessageLimits.HEADER_BYTES) {
        throw new Refused(
            431, "expected a head of at most " + MessageLimits.HEADER_BYTES + " bytes (64 KiB)");
      }
      if (feed == end) {
        continue;
      }
      requireCarriageReturn(length);
      if (length > 2 && length - line == 2) {
        return Optional.of(take(length));
      }
      line = length;
      if (length == 2) {
        // RFC 9112, section 2.2: an empty line before the request line is skipped.
        start += 2;
        length = 0;
        line = 0;
      }
    }
  }

  /** Returns the index of the next LF, or the end of what has come. */
  private int nextFeed(int from) {
    byte[] bytes = buffer;
    int to = end;
    int at = from;
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Returns a line without its CRLF. */
  String line(int limit) throws IOException, Refused {
    for (int length = 1; length <= limit; length++) {
      if (start + length > end && !fill()) {
        throw new EOFException("the connection ended within a line");
      }
      if (buffer[start + length - 1] == '\n') {
        requireCarriageReturn(length);
        String line = take(length);
        return line.substring(0, length - 2);
      }
    }
    throw Refused.malformed("expected a line of at most " + limit + " bytes");
  }

  /** Refuses at once what is no HTTP, such as TLS, instead of waiting for its end. */
  private static void requireText(byte first) throws Refused {
    if (first != '\r' && first != '\n' && (first < '!' || first > '~')) {
      throw Refused.malformed("expected a request line, got the byte " + (first & 0xff));
    }
  }

  private void requireCarriageReturn(int length) throws Refused {
    if (length < 2 || buffer[start + length - 2] != '\r') {
      throw Refused.malformed("expected CRLF at the end of each line, got LF alone");
    }
  }

  private String take(int length) {
    String text = new String(buffer, start, length, ISO_8859_1);
    start += length;
    return text;
  }

  /** Tells whether so many bytes have come already, as those of most bodies have. */
  boolean has(long length) {
    return length <= end - start;
  }

  /** Returns a body whose bytes have all come. */
  Body body(int length) {
    Body body = Body.of(buffer, start, length);
    start += length;
    return body;
  }

  /** Reads between one and that many bytes. */
  int read(byte[] target, int offset, int length) throws IOException {
    if (start == end && !fill()) {
      throw new EOFException("the connection ended within a body");
    }
    int read = Math.min(length, end - start);
    System.arraycopy(buffer, start, target, offset, read);
    start += read;
    return read;
  }

  /** Reads more behind what is there; false at the end. */
  private boolean fill() throws IOException {
    if (start == end) {
      start = 0;
      end = 0;
      buffer = buffer.length > BUFFER ? new byte[BUFFER] : buffer;
    } else if (end == buffer.length) {
      byte[] bigger = start > 0 ? buffer : new byte[2 * buffer.length];
      System.arraycopy(buffer, start, bigger, 0, end - start);
      end -= start;
      start = 0;
      buffer = bigger;
    }
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(read, 0);
    return read >= 0;
  }

  void write(byte[] bytes) throws IOException {
    allow(RESPONSE);
    out.write(bytes);
  }

  /**
   * Lets the client read its answer before the connection goes: closing it over unread bytes would
   * destroy both (RFC 9112, section 9.6).
   */
  void skipRest() throws IOException {
    allow(GOODBYE);
    socket.shutdownOutput();
    for (int skipped = 0; skipped < MOST_SKIPPED; skipped += end) {
      start = end;
      if (!fill()) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
