package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gives bytes to the server and to the client of HTTP, without a network between. */
public final class HttpBytes {
  private static final int PIECE = 7;
  private static final int MOST = 64 << 10;
  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(US_ASCII);
  private static final Gate GATE =
      new Gate(
          "localhost",
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 80),
          List.of(Authority.named("x")));

  private HttpBytes() {}

  /**
   * Lets the server have what a client sends.
   *
   * @throws IllegalStateException where its handler fails, its answers are none, or it matters in
   *     which pieces the bytes came
   */
  public static void serve(byte[] sent) throws IOException {
    Served whole = served(sent, sent.length + 1);
    if (!whole.equals(served(sent, PIECE))) {
      throw new IllegalStateException("expected the same answers, however the bytes come");
    }
    whole.requireAnswers();
  }

  private static Served served(byte[] sent, int piece) {
    MemorySocket socket = new MemorySocket(sent, piece);
    List<Request> handled = new ArrayList<>();
    List<Integer> refused = new ArrayList<>();
    try (Wire wire = new Wire(socket)) {
      new Connection(wire, GATE, new Recorder(handled, refused)).serve();
    } catch (IOException e) {
      // The client has gone.
    }
    return new Served(handled, refused, Body.of(socket.out.toByteArray()));
  }

  /**
   * Lets the client have what a server answers.
   *
   * @throws IllegalStateException where it says nothing, or it matters in which pieces they came
   */
  public static void answer(byte[] sent) {
    String whole = answered(sent, sent.length + 1);
    if (!whole.equals(answered(sent, PIECE))) {
      throw new IllegalStateException("expected the same answer, however the bytes come");
    }
  }

  private static String answered(byte[] sent, int piece) {
    try {
      return ResponseReader.read(new Pieces(sent, piece), "POST", MOST).toString();
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).isBlank()) {
        throw new IllegalStateException("expected a message for the user, got none", e);
      }
      return e.getMessage();
    }
  }

  private record Served(List<Request> handled, List<Integer> refused, Body answers) {
    /** Reads an answer for each request, and nothing after them. */
    void requireAnswers() throws IOException {
      InputStream in = new OneByOne(answers.toByteArray());
      for (Request request : handled) {
        Response response = ResponseReader.read(in, request.method(), MOST);
        if (!response.headers().first("X-Got").equals(Optional.of(shown(request)))) {
          throw new IllegalStateException("expected the answer to " + request);
        }
      }
      for (int status : refused) {
        if (ResponseReader.read(in, "GET", MOST).status() != status) {
          throw new IllegalStateException("expected the refusal " + status);
        }
      }
      byte[] rest = in.readAllBytes();
      if (rest.length > 0 && !Arrays.equals(rest, CONTINUE)) {
        throw new IllegalStateException("expected no answer that nobody asked for");
      }
    }
  }

  private static String shown(Request request) {
    return request.body().length() + " " + request.headers().list().size();
  }

  private record Recorder(List<Request> handled, List<Integer> refused)
      implements HttpFront.Handler {
    @Override
    public Outgoing handle(Request request, InetAddress peer) {
      handled.add(request);
      return answer(200, shown(request));
    }

    @Override
    public Outgoing refuse(int status, String reason) {
      refused.add(status);
      return answer(status, reason);
    }

    private static Outgoing answer(int status, String text) {
      Headers headers =
          status == 200 ? Headers.of("Date", "now", "X-Got", text) : Headers.of("Date", "now");
      return Outgoing.whole(new Response(status, headers, Body.ofUtf8(text)));
    }

    @Override
    public Outgoing failed(RuntimeException defect) {
      throw new IllegalStateException("expected a request or a refusal", defect);
    }
  }

  /** Bytes of which a read gives so many at once. */
  private static final class Pieces extends ByteArrayInputStream {
    private final int piece;

    Pieces(byte[] bytes, int piece) {
      super(bytes);
      this.piece = piece;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, piece));
    }
  }

  /** Bytes of which no reader takes more than it needs. */
  private static final class OneByOne extends ByteArrayInputStream {
    OneByOne(byte[] bytes) {
      super(bytes);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      return super.read(target, offset, Math.min(length, 1));
    }

    @Override
    public int available() {
      return 0;
    }
  }

  private static final class MemorySocket extends Socket {
    private final InputStream in;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    MemorySocket(byte[] sent, int piece) {
      this.in = new Pieces(sent, piece);
    }

    @Override
    public InputStream getInputStream() {
      return in;
    }

    @Override
    public OutputStream getOutputStream() {
      return out;
    }

    @Override
    public InetAddress getLocalAddress() {
      return InetAddress.getLoopbackAddress();
    }

    @Override
    public InetAddress getInetAddress() {
      return InetAddress.getLoopbackAddress();
    }

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public void shutdownOutput() {}

    @Override
    public void close() {}
  }
}
