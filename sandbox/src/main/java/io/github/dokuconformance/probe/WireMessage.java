package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.sandbox.http.TimedConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a request in HTTP/1.1, cut into the pieces in which they go out.
 *
 * @param pause milliseconds between pieces
 */
record WireMessage(List<byte[]> pieces, int pause) {
  private static final int AT_ONCE = 16 << 10;
  private static final int CHUNK = 100;
  private static final int PIECES = 6;
  private static final int PAUSE = 40;

  static WireMessage of(Request request, String authority, Transmission delivery) {
    boolean chunked = delivery == Transmission.CHUNKED && !request.body().isEmpty();
    byte[] head = head(request, authority, chunked);
    byte[] body = request.body().toByteArray();
    byte[] whole = joined(head, chunked ? chunks(body) : body);
    return delivery == Transmission.IN_PIECES
        ? new WireMessage(cut(whole, whole.length / PIECES + 1), PAUSE)
        : new WireMessage(cut(whole, AT_ONCE), 0);
  }

  /** Returns what goes out before the sender keeps still: the head and a part of the body. */
  byte[] firstHalf() {
    byte[] first = pieces.get(0);
    return Arrays.copyOf(first, first.length - Math.min(20, first.length / 2));
  }

  void write(OutputStream out, TimedConnection.Stop stop) throws IOException {
    for (int i = 0; i < pieces.size() && !stop.asked(); i++) {
      if (i > 0 && pause > 0) {
        sleep();
      }
      out.write(pieces.get(i));
      out.flush();
    }
  }

  private void sleep() throws InterruptedIOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted between pieces");
    }
  }

  private static byte[] head(Request request, String authority, boolean chunked) {
    StringBuilder head = new StringBuilder(512);
    head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(authority).append("\r\n");
    for (Header header : request.headers().list()) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (chunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (!request.body().isEmpty() || !request.method().equals("GET")) {
      head.append("Content-Length: ").append(request.body().length()).append("\r\n");
    }
    return head.append("Connection: close\r\n\r\n").toString().getBytes(UTF_8);
  }

  private static byte[] chunks(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] chunk : cut(body, CHUNK)) {
      out.writeBytes((Integer.toHexString(chunk.length) + "\r\n").getBytes(UTF_8));
      out.writeBytes(chunk);
      out.writeBytes("\r\n".getBytes(UTF_8));
    }
    out.writeBytes("0\r\n\r\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  private static List<byte[]> cut(byte[] bytes, int size) {
    List<byte[]> pieces = new ArrayList<>();
    for (int from = 0; from < bytes.length; from += size) {
      pieces.add(Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length)));
    }
    return pieces;
  }

  private static byte[] joined(byte[] head, byte[] body) {
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }
}
