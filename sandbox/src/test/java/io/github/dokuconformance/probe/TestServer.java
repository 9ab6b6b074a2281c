package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * An HTTP/1.1 server small enough to be wrong on purpose: the JDK's own hides the case of names.
 */
final class TestServer implements AutoCloseable {
  /** What a server does wrong below the receiver. */
  enum Wire {
    READS_FIRST_SEGMENT,
    IGNORES_CHUNKED,
    ONE_CONNECTION_AT_A_TIME
  }

  static final int DROP = 0;

  /** Far longer than any client waits, so that a silent connection is ended by its client alone. */
  private static final int SILENCE_MILLIS = 60_000;

  private final ServerSocket socket;
  private final ExecutorService threads;
  private final Function<Request, Integer> receiver;
  private final Set<Wire> wire;

  private TestServer(ServerSocket socket, Function<Request, Integer> receiver, Set<Wire> wire) {
    this.socket = socket;
    this.receiver = receiver;
    this.wire = wire;
    this.threads =
        wire.contains(Wire.ONE_CONNECTION_AT_A_TIME)
            ? Executors.newFixedThreadPool(2)
            : Executors.newCachedThreadPool();
  }

  /** Starts a server whose receiver returns a status, or {@link #DROP}. */
  static TestServer start(Function<Request, Integer> receiver, Set<Wire> wire) {
    try {
      TestServer server =
          new TestServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), receiver, wire);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Wraps a server socket of the caller's, such as one with TLS. */
  static TestServer on(ServerSocket socket, Function<Request, Integer> receiver) {
    TestServer server = new TestServer(socket, receiver, Set.of());
    server.threads.execute(server::accept);
    return server;
  }

  String url(String target) {
    return "http://127.0.0.1:" + socket.getLocalPort() + target;
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setSoTimeout(SILENCE_MILLIS);
      int status = receiver.apply(read(connection.getInputStream()));
      if (status != DROP) {
        String answer = "HTTP/1.1 " + status + " Some Reason\r\nContent-Length: 2\r\n\r\nok";
        connection.getOutputStream().write(answer.getBytes(UTF_8));
      }
    } catch (IOException e) {
      // The peer is gone.
    }
  }

  private Request read(InputStream in) throws IOException {
    String[] start = line(in).split(" ", 3);
    List<Header> headers = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new IOException("a header line without a colon");
      }
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    Headers all = new Headers(headers);
    return new Request(start[0], Target.of(start[1]), all, Body.of(body(in, all)));
  }

  private byte[] body(InputStream in, Headers headers) throws IOException {
    if (headers.first("Transfer-Encoding").isPresent() && !wire.contains(Wire.IGNORES_CHUNKED)) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = size(in); size > 0; size = size(in)) {
        body.write(in.readNBytes(size));
        line(in);
      }
      return body.toByteArray();
    }
    int length = Integer.parseInt(headers.first("Content-Length").orElse("0"));
    if (wire.contains(Wire.READS_FIRST_SEGMENT)) {
      byte[] first = new byte[length];
      int read = in.read(first);
      return Arrays.copyOf(first, Math.max(read, 0));
    }
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new IOException("the body ended early");
    }
    return body;
  }

  private static int size(InputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the head ended early");
      }
      line.write(c);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
