package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several clients at once, each of which makes, pays, asks for and refunds its own orders and now
 * and then sends a wrong signature.
 *
 * <p>By hand: {@code java -cp … io.github.dokuconformance.sandbox.LoadRun 8 20000}.
 */
final class LoadRun {
  private static final SigningKey KEY = SigningKey.of(TestMerchant.SECRET);
  private static final int ROUND = 5;
  private static final int SAMPLES = 8;

  private final int clients;
  private final int requests;
  private final BitSet recorded = new BitSet();
  private final Map<String, Long> expected = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private final List<Long> heap = new ArrayList<>();
  private int twice;
  private int done;

  /** What a run came to. */
  record Outcome(
      long requests,
      double seconds,
      List<String> wrong,
      int recorded,
      int recordedTwice,
      Map<String, Long> expected,
      SandboxSummary summary,
      List<Long> heapAfterCollection) {}

  private LoadRun(int clients, int requests) {
    this.clients = clients;
    this.requests = requests;
  }

  public static void main(String[] args) throws Exception {
    Outcome outcome = run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    System.out.printf(
        "%,d requests in %.1f s: %,.0f a second%n",
        outcome.requests(), outcome.seconds(), outcome.requests() / outcome.seconds());
    System.out.printf(
        "wrong verdicts %d, recorded %,d, recorded twice %d, outcomes as expected %s%n",
        outcome.wrong().size(),
        outcome.recorded(),
        outcome.recordedTwice(),
        outcome.summary().outcomes().equals(outcome.expected()));
    System.out.println(
        "heap in MiB after a collection, each eighth: " + outcome.heapAfterCollection());
    outcome.wrong().stream().limit(5).forEach(System.out::println);
    outcome.summary().notes().forEach(System.out::println);
  }

  static Outcome run(int clients, int requests) throws Exception {
    return new LoadRun(clients, requests).run();
  }

  private Outcome run() throws Exception {
    SandboxListener counter =
        new SandboxListener() {
          @Override
          public void judged(JudgedExchange exchange) {
            String source = exchange.exchange().source();
            int number = Integer.parseInt(source.substring(1, source.indexOf(' ')));
            if (recorded.get(number)) {
              twice++;
            }
            recorded.set(number);
          }
        };
    try (Sandbox sandbox = TestMerchant.start(TestMerchant.options().listener(counter))) {
      ExecutorService threads = Executors.newFixedThreadPool(clients);
      long start = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        String name = "C" + i + "-";
        running.add(
            threads.submit(
                () -> {
                  client(sandbox, name);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      threads.shutdown();
      return new Outcome(
          (long) clients * requests,
          seconds,
          wrong,
          recorded.cardinality(),
          twice,
          expected,
          sandbox.summary(),
          heap);
    }
  }

  private void client(Sandbox sandbox, String name) throws IOException {
    try (Connection connection = new Connection(sandbox.port())) {
      for (int i = 0; i < requests; i++) {
        String invoice = name + i / ROUND;
        String number = connection.orderNumber;
        switch (i % ROUND) {
          case 0 -> {
            String body =
                post(connection, TestMerchant.ORDER, TestMerchant.orderBody(invoice), i, 200);
            connection.orderNumber = orderNumber(body);
            count("akulaku.generate-order:pending");
          }
          case 1 -> {
            sandbox.apply(
                sandbox.orders(invoice).get(0),
                io.github.dokuconformance.sandbox.order.OrderEvent.PAY);
            status(connection, invoice, "SUCCESS", i);
            count("orders.check-status:success");
          }
          case 2 -> {
            String body = TestMerchant.refundBody(invoice, "REF-" + invoice, number);
            post(connection, TestMerchant.REFUND, body, i, 200);
            count("akulaku.refund:success");
          }
          case 3 -> {
            post(connection, TestMerchant.CANCEL, TestMerchant.cancelBody(invoice), -i, 400);
            count("akulaku.cancel:refused");
          }
          default -> {
            status(connection, invoice, "REFUNDED", i);
            count("orders.check-status:refunded");
          }
        }
        sampleHeap();
      }
    }
  }

  private static String orderNumber(String body) {
    int at = body.indexOf("\"ORDER_ID\",\"value\":\"");
    return body.substring(at + 20, at + 30);
  }

  private void status(Connection connection, String invoice, String wanted, int id)
      throws IOException {
    String body = send(connection, "GET", TestMerchant.STATUS + invoice, "", id, 200);
    if (!body.contains("\"transaction\":{\"status\":\"" + wanted + "\"")) {
      wrong("expected " + wanted + ", got " + body);
    }
  }

  /** Sends a body; with a negative id it is altered after signing. */
  private String post(Connection connection, String path, String body, int id, int status)
      throws IOException {
    return send(connection, "POST", path, body, id, status);
  }

  private String send(
      Connection connection, String method, String path, String text, int id, int status)
      throws IOException {
    Body body = Body.ofUtf8(text);
    String requestId = connection.name + id;
    Headers headers =
        NonSnap.SCHEME.sign(
            Components.of(SignedPart.REQUEST, "POST", path, body)
                .withClientId(TestMerchant.CLIENT_ID)
                .withRequestId(requestId)
                .withTimestamp(Timestamps.format(java.time.Instant.now())),
            KEY);
    Request request =
        new Request(
            method,
            Target.of(path),
            headers.with("Content-Type", "application/json"),
            id < 0 ? Body.ofUtf8(text + " ") : body);
    Response response = connection.send(request);
    boolean signed =
        id < 0
            || NonSnap.SCHEME
                .verify(SignedMessage.response(request, response), MerchantKeys.of(KEY))
                .isValid();
    if (response.status() != status || !signed) {
      wrong("expected " + status + " with a right signature, got " + response);
    }
    return response.body().toDisplayText();
  }

  private synchronized void wrong(String what) {
    wrong.add(what);
  }

  private synchronized void count(String outcome) {
    expected.merge(outcome, 1L, Long::sum);
  }

  private synchronized void sampleHeap() {
    done++;
    if (done % Math.max(1, clients * requests / SAMPLES) == 0) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      heap.add((runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  /** One kept connection, as plain as can be: the client shall not be what is measured. */
  private static final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final String name = "id-" + System.identityHashCode(this) + "-" + System.nanoTime();
    private String orderNumber = "";

    Connection(int port) throws IOException {
      socket = new Socket(java.net.InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    }

    Response send(Request request) throws IOException {
      byte[] body = request.body().toByteArray();
      StringBuilder head = new StringBuilder(512);
      head.append(request.method()).append(' ').append(request.target().raw());
      head.append(" HTTP/1.1\r\nHost: localhost:").append(socket.getPort());
      head.append("\r\nContent-Length: ").append(body.length);
      for (Header header : request.headers().list()) {
        head.append("\r\n").append(header.name()).append(": ").append(header.value());
      }
      byte[] bytes = head.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
      byte[] all = java.util.Arrays.copyOf(bytes, bytes.length + body.length);
      System.arraycopy(body, 0, all, bytes.length, body.length);
      out.write(all);
      return read();
    }

    private Response read() throws IOException {
      int status = Integer.parseInt(line().substring(9, 12));
      List<Header> headers = new ArrayList<>();
      int length = 0;
      for (String line = line(); !line.isEmpty(); line = line()) {
        int colon = line.indexOf(": ");
        Header header = new Header(line.substring(0, colon), line.substring(colon + 2));
        headers.add(header);
        if (header.name().equalsIgnoreCase("Content-Length")) {
          length = Integer.parseInt(header.value());
        }
      }
      return new Response(status, new Headers(headers), Body.of(in.readNBytes(length)));
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder(64);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException("the sandbox closed the connection");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
