package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends requests over HTTP/1.1, on a connection of its own each, with the header names, their order
 * and their repetitions as they stand there, and reads answers in the same way.
 *
 * <p>Libraries keep neither. No proxy is used, no redirect followed; certificates are checked
 * against the platform's roots. Thread safe.
 */
public final class RawClient implements Closeable {
  private static final int AT_ONCE = 16 << 10;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final Duration patience;
  private final Set<TimedConnection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Makes a client.
   *
   * @param patience for the connection, and then for the answer, body and all
   */
  public RawClient(Duration patience) {
    this.patience = patience;
  }

  /**
   * Sends a request and returns the answer. Host is added where it is missing, and Content-Length
   * where there is a body or the method wants one.
   *
   * @param request a target in origin form; no framing but Content-Length
   * @param most bytes of the answer's body, which is cut there
   * @throws IOException where no answer comes; its message says why
   */
  public Response send(Peer peer, Request request, int most) throws IOException {
    byte[] bytes = bytes(request, peer.authority());
    try (TimedConnection connection = connect(peer)) {
      try {
        return ResponseReader.read(
            connection.send((out, stop) -> write(bytes, out, stop)), request.method(), most);
      } catch (IOException e) {
        throw connection.isLate() || e instanceof SocketTimeoutException ? late(e) : told(e);
      } finally {
        open.remove(connection);
      }
    }
  }

  private TimedConnection connect(Peer peer) throws IOException {
    TimedConnection connection;
    try {
      connection = TimedConnection.open(peer, patience, SSLSocketFactory::getDefault);
    } catch (IOException e) {
      throw told(e);
    }
    open.add(connection);
    if (closed) {
      connection.close();
    }
    return connection;
  }

  private IOException late(IOException e) {
    return new IOException("no answer within " + patience.toSeconds() + " s", e);
  }

  private IOException told(IOException e) {
    if (closed) {
      return new IOException("stopped", e);
    }
    return e.getMessage() != null ? e : new IOException(e.getClass().getSimpleName(), e);
  }

  private static void write(byte[] bytes, OutputStream out, TimedConnection.Stop stop)
      throws IOException {
    for (int from = 0; from < bytes.length && !stop.asked(); from += AT_ONCE) {
      out.write(bytes, from, Math.min(AT_ONCE, bytes.length - from));
      out.flush();
    }
  }

  private static byte[] bytes(Request request, String authority) throws IOException {
    String target = request.target().raw();
    if (!HttpSyntax.isToken(request.method()) || !HttpSyntax.isTarget(target)) {
      throw new IOException("can't be sent: expected a method and a target that HTTP can carry");
    }
    Body body = request.body();
    StringBuilder head = new StringBuilder(512);
    head.append(request.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
    if (request.headers().count("Host") == 0) {
      field(head, "Host", authority);
    }
    for (Header header : request.headers().list()) {
      field(head, header.name(), header.value());
    }
    boolean isTold = request.headers().count("Content-Length") > 0;
    if (!isTold && (!body.isEmpty() || WITH_BODY.contains(request.method()))) {
      field(head, "Content-Length", Integer.toString(body.length()));
    }
    field(head, "Connection", "close");
    byte[] start = head.append("\r\n").toString().getBytes(UTF_8);
    byte[] all = new byte[start.length + body.length()];
    System.arraycopy(start, 0, all, 0, start.length);
    body.asByteBuffer().get(all, start.length, body.length());
    return all;
  }

  private static void field(StringBuilder head, String name, String value) throws IOException {
    if (!HttpSyntax.isToken(name) || !HttpSyntax.isFieldValue(value)) {
      throw new IOException("can't be sent: expected a header that HTTP can carry, got: " + name);
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  /** Ends the calls that are under way, and all that come. */
  @Override
  public void close() {
    closed = true;
    open.forEach(TimedConnection::close);
  }
}
