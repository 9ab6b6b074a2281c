package io.github.dokuconformance.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Signer;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Sends orders that differ, rightly signed, to a server on this machine, and counts the answers.
 *
 * <p>Arguments: port, connections, requests to warm up, and requests by the clock. The requests are
 * made before the clock starts, so that the client costs little. Prints one line of JSON.
 */
public final class ServerLoad {
  private static final String PATH = "/akulaku-peer-to-peer/v2/generate-order";
  private static final String ORDER =
      """
      {"order":{"invoice_number":"INV-%1$s","amount":90000,"line_items":[{"name":"T-Shirt Red",\
      "price":30000,"quantity":2,"sku":"1002","category":"Shirt"},{"name":"Polo Navy",\
      "price":30000,"quantity":1,"sku":"1001","category":"Shirt"}],\
      "callback_url":"https://merchant.example/return"},"payment":\
      {"merchant_unique_reference":"MUR-%1$s"},"customer":{"id":"CUST-0001",\
      "name":"Anton Budiman","phone":"6285694566147","address":"Menara Mulia Lantai 8",\
      "city":"Jakarta Selatan","state":"DKI Jakarta","postcode":"120129"}}""";

  private ServerLoad() {}

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int connections = Integer.parseInt(args[1]);
    int warmUp = Integer.parseInt(args[2]);
    int requests = Integer.parseInt(args[3]);
    byte[][] warm = requests(warmUp);
    run(port, connections, warm);
    byte[][] timed = requests(requests);
    long start = System.nanoTime();
    AtomicLongArray statuses = run(port, connections, timed);
    double seconds = (System.nanoTime() - start) / 1e9;
    StringBuilder counts = new StringBuilder();
    for (int status = 100; status < 600; status++) {
      if (statuses.get(status) > 0) {
        counts.append(counts.length() == 0 ? "" : ",");
        counts.append('"').append(status).append("\":").append(statuses.get(status));
      }
    }
    System.out.printf(
        "{\"requests\":%d,\"seconds\":%.3f,\"perSecond\":%.0f,\"statuses\":{%s}}%n",
        requests, seconds, requests / seconds, counts);
  }

  private static byte[][] requests(int count) {
    SigningKey key = SigningKey.of(MerchantSecret.of(System.getenv("DOKU_SECRET_KEY")));
    String clientId = System.getenv("DOKU_CLIENT_ID");
    byte[][] requests = new byte[count][];
    for (int i = 0; i < count; i++) {
      String id = UUID.randomUUID().toString();
      Body body = Body.ofUtf8(ORDER.formatted(id));
      Headers headers =
          Signer.request(key, clientId, id, Timestamps.format(Instant.now()), PATH, body);
      StringBuilder head = new StringBuilder(512);
      head.append("POST ").append(PATH).append(" HTTP/1.1\r\nHost: localhost\r\n");
      head.append("Content-Type: application/json\r\nContent-Length: ").append(body.length());
      for (Header header : headers.list()) {
        head.append("\r\n").append(header.name()).append(": ").append(header.value());
      }
      byte[] start = head.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
      requests[i] = Arrays.copyOf(start, start.length + body.length());
      System.arraycopy(body.toByteArray(), 0, requests[i], start.length, body.length());
    }
    return requests;
  }

  private static AtomicLongArray run(int port, int connections, byte[][] requests)
      throws InterruptedException {
    AtomicLongArray statuses = new AtomicLongArray(600);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    for (int i = 0; i < connections; i++) {
      int first = i;
      threads.execute(() -> send(port, requests, first, connections, statuses));
    }
    threads.shutdown();
    if (!threads.awaitTermination(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the server did not answer within ten minutes");
    }
    return statuses;
  }

  private static void send(
      int port, byte[][] requests, int first, int step, AtomicLongArray statuses) {
    int next = first;
    while (next < requests.length) {
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket.setTcpNoDelay(true);
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[1 << 14];
        OutputStream out = socket.getOutputStream();
        for (; next < requests.length; next += step) {
          out.write(requests[next]);
          statuses.incrementAndGet(answer(in, buffer));
        }
      } catch (IOException e) {
        // Counted as status 100: the server dropped the connection, and the rest goes over another.
        statuses.incrementAndGet(100);
        next += step;
      }
    }
  }

  /** Reads an answer in as few calls as it comes: the client shall not be what is measured. */
  private static int answer(InputStream in, byte[] buffer) throws IOException {
    int end = 0;
    int head = -1;
    while (head < 0) {
      int read = in.read(buffer, end, buffer.length - end);
      if (read < 0) {
        throw new EOFException("the server closed the connection");
      }
      end += read;
      head = new String(buffer, 0, end, ISO_8859_1).indexOf("\r\n\r\n");
    }
    String text = new String(buffer, 0, head, ISO_8859_1);
    int length = text.toLowerCase(Locale.ROOT).indexOf("\r\ncontent-length:");
    if (length >= 0) {
      int line = text.indexOf("\r\n", length + 2);
      String value = text.substring(length + 17, line < 0 ? text.length() : line);
      in.skipNBytes(Integer.parseInt(value.strip()) - (end - head - 4L));
    } else {
      // Chunks: the last is the empty one.
      while (!new String(buffer, 0, end, ISO_8859_1).endsWith("\r\n0\r\n\r\n")) {
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
          throw new EOFException("the server closed the connection");
        }
        end += read;
      }
    }
    return Integer.parseInt(text.substring(9, 12));
  }
}
