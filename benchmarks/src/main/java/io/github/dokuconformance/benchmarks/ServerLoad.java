package io.github.dokuconformance.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.management.OperatingSystemMXBean;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

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
      "city":"Jakarta Selatan","state":"DKI Jakarta","postcode":"120129"}}\
      """;

  private ServerLoad() {}

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int connections = Integer.parseInt(args[1]);
    int warmUp = Integer.parseInt(args[2]);
    int requests = Integer.parseInt(args[3]);
    byte[][] warm = requests(port, warmUp);
    run(port, connections, warm);
    byte[][] timed = requests(port, requests);
    long start = System.nanoTime();
    long startCpu = cpuNanos();
    int[] statuses = run(port, connections, timed);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuMicros = (cpuNanos() - startCpu) / 1e3 / requests;
    StringBuilder counts = new StringBuilder();
    for (int status = 100; status < 600; status++) {
      if (statuses[status] > 0) {
        counts.append(counts.length() == 0 ? "" : ",");
        counts.append('"').append(status).append("\":").append(statuses[status]);
      }
    }
    System.out.printf(
        "{\"requests\":%d,\"seconds\":%.3f,\"perSecond\":%.0f,\"clientCpuMicroseconds\":%.0f,"
            + "\"statuses\":{%s}}%n",
        requests, seconds, requests / seconds, cpuMicros, counts);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static byte[][] requests(int port, int count) {
    SigningKey key = SigningKey.of(MerchantSecret.of(System.getenv("DOKU_SECRET_KEY")));
    String clientId = System.getenv("DOKU_CLIENT_ID");
    byte[][] requests = new byte[count][];
    for (int i = 0; i < count; i++) {
      String id = UUID.randomUUID().toString();
      Body body = Body.ofUtf8(ORDER.formatted(id));
      Headers headers =
          NonSnap.SCHEME.sign(
              Components.of(SignedPart.REQUEST, "POST", PATH, body)
                  .withClientId(clientId)
                  .withRequestId(id)
                  .withTimestamp(Timestamps.format(Instant.now())),
              key);
      StringBuilder head = new StringBuilder(512);
      head.append("POST ").append(PATH).append(" HTTP/1.1\r\nHost: localhost:").append(port);
      head.append("\r\nContent-Type: application/json\r\nContent-Length: ").append(body.length());
      for (Header header : headers.list()) {
        head.append("\r\n").append(header.name()).append(": ").append(header.value());
      }
      byte[] start = head.append("\r\n\r\n").toString().getBytes(ISO_8859_1);
      requests[i] = Arrays.copyOf(start, start.length + body.length());
      System.arraycopy(body.toByteArray(), 0, requests[i], start.length, body.length());
    }
    return requests;
  }

  /** Sends over all connections from one thread, which costs less than one for each. */
  private static int[] run(int port, int connections, byte[][] requests) throws IOException {
    int[] statuses = new int[600];
    int next = 0;
    try (Selector selector = Selector.open()) {
      for (; next < Math.min(connections, requests.length); next++) {
        Exchanges.open(port, selector).send(requests[next]);
      }
      for (int open = next; open > 0; ) {
        selector.select();
        for (SelectionKey key : selector.selectedKeys()) {
          Exchanges exchanges = (Exchanges) key.attachment();
          int status = exchanges.receive();
          if (status > 0) {
            statuses[status]++;
            if (next < requests.length) {
              exchanges.send(requests[next++]);
            } else {
              exchanges.close();
              open--;
            }
          }
        }
        selector.selectedKeys().clear();
      }
    }
    return statuses;
  }
}
