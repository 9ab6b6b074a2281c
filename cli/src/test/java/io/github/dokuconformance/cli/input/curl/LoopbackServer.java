package io.github.dokuconformance.cli.input.curl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.message.Body;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Takes requests on the loopback interface, byte for byte, and answers each with 200. */
final class LoopbackServer implements Closeable {
  /** Some commands announce more than they send. */
  private static final int MOST_SILENCE_MILLIS = 2_000;

  private final ServerSocket socket;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

  LoopbackServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "loopback");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Returns what has come since the last call. */
  List<Received> take() {
    List<Received> all = new ArrayList<>();
    received.drainTo(all);
    return all;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        connection.setSoTimeout(MOST_SILENCE_MILLIS);
        exchange(connection);
      } catch (IOException e) {
        // The client went away, or the server is closed.
      }
    }
  }

  private void exchange(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    String startLine = line(in);
    List<String> headers = new ArrayList<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      headers.add(header);
    }
    if (has(headers, "expect: 100-continue")) {
      connection.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
    }
    byte[] body =
        has(headers, "transfer-encoding: chunked") ? chunks(in) : in.readNBytes(length(headers));
    // It must be known before the client is told that it may go on.
    received.add(new Received(startLine, headers, Body.of(body)));
    connection
        .getOutputStream()
        .write(
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .getBytes(ISO_8859_1));
  }

  private static boolean has(List<String> headers, String wanted) {
    return headers.stream().anyMatch(wanted::equalsIgnoreCase);
  }

  private static int length(List<String> headers) {
    return headers.stream()
        .filter(header -> header.regionMatches(true, 0, "Content-Length:", 0, 15))
        .mapToInt(header -> Integer.parseInt(header.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(in), 16);
        size > 0;
        size = Integer.parseInt(line(in), 16)) {
      all.write(in.readNBytes(size));
      line(in);
    }
    line(in);
    return all.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the connection ended in a line");
      }
      line.write(b);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** A request as it came. Texts are its bytes as ISO-8859-1. */
  record Received(String startLine, List<String> headers, Body body) {}
}
