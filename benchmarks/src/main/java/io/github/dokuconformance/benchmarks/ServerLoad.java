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
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Sends orders that differ, rightly signed, to a server on this machine, counts the answers and
 * tells how long they took.
 *
 * <p>Arguments: port, connections, requests to warm up, requests by the clock, and how many are due
 * in a second. Without the last, each connection sends as soon as it has its answer, and the
 * requests are made before the clock starts, so that the client costs little. With it, a request's
 * time begins when it is due, whether or not a connection is free: a server that stands still for a
 * while is late for all that were due meanwhile. Prints one line of JSON.
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

  private final int port;
  private final SigningKey key = SigningKey.of(MerchantSecret.of(System.getenv("DOKU_SECRET_KEY")));
  private final String clientId = System.getenv("DOKU_CLIENT_ID");

  private ServerLoad(int port) {
    this.port = port;
  }

  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    int connections = Integer.parseInt(args[1]);
    int warmUp = Integer.parseInt(args[2]);
    int requests = Integer.parseInt(args[3]);
    double perSecond = args.length > 4 ? Double.parseDouble(args[4]) : 0;
    ServerLoad load = new ServerLoad(port);
    load.run(connections, warmUp, load.made(warmUp), perSecond);
    // What is due at a certain time is made then: a long run would fill the heap.
    IntFunction<byte[]> timed = perSecond > 0 ? i -> load.request() : load.made(requests);
    long start = System.nanoTime();
    long startCpu = cpuNanos();
    Outcome outcome = load.run(connections, requests, timed, perSecond);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuMicros = (cpuNanos() - startCpu) / 1e3 / requests;
    StringBuilder counts = new StringBuilder();
    for (int status = 100; status < 600; status++) {
      if (outcome.statuses[status] > 0) {
        counts.append(counts.length() == 0 ? "" : ",");
        counts.append('"').append(status).append("\":").append(outcome.statuses[status]);
      }
    }
    System.out.printf(
        "{\"requests\":%d,\"seconds\":%.3f,\"perSecond\":%.0f,\"clientCpuMicroseconds\":%.0f,"
            + "\"microseconds\":{\"p50\":%d,\"p99\":%d,\"p99.9\":%d,\"most\":%d},"
            + "\"statuses\":{%s}}%n",
        requests,
        seconds,
        requests / seconds,
        cpuMicros,
        outcome.micros(0.5),
        outcome.micros(0.99),
        outcome.micros(0.999),
        outcome.micros(1),
        counts);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Returns so many requests that are made already. */
  private IntFunction<byte[]> made(int count) {
    byte[][] requests = new byte[count][];
    Arrays.setAll(requests, i -> request());
    return i -> requests[i];
  }

  private byte[] request() {
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
    byte[] request = Arrays.copyOf(start, start.length + body.length());
    System.arraycopy(body.toByteArray(), 0, request, start.length, body.length());
    return request;
  }

  /** Sends over all connections from one thread, which costs less than one for each. */
  private Outcome run(int connections, int count, IntFunction<byte[]> requests, double perSecond)
      throws IOException {
    Outcome outcome = new Outcome(count);
    Deque<Exchanges> free = new ArrayDeque<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < Math.min(connections, count); i++) {
        free.add(Exchanges.open(port, selector));
      }
      long start = System.nanoTime();
      int next = 0;
      while (outcome.answered < count) {
        long now = System.nanoTime();
        long due = perSecond > 0 ? start + (long) (next * 1e9 / perSecond) : now;
        while (next < count && !free.isEmpty() && due <= now) {
          free.remove().send(requests.apply(next++), due);
          due = perSecond > 0 ? start + (long) (next * 1e9 / perSecond) : now;
        }
        // What is due soon is waited for awake: the system wakes by the millisecond.
        if (perSecond > 0 && next < count && due - now < 2_000_000) {
          selector.selectNow();
        } else {
          selector.select(perSecond > 0 ? 1 : 0);
        }
        for (SelectionKey ready : selector.selectedKeys()) {
          Exchanges exchanges = (Exchanges) ready.attachment();
          int status = exchanges.receive();
          if (status > 0) {
            outcome.add(status, System.nanoTime() - exchanges.due());
            free.add(exchanges);
          }
        }
        selector.selectedKeys().clear();
      }
      for (Exchanges exchanges : free) {
        exchanges.close();
      }
    }
    return outcome;
  }

  /** What came back, and after how long. */
  private static final class Outcome {
    private final int[] statuses = new int[600];
    private final int[] micros;
    private int answered;

    Outcome(int count) {
      micros = new int[count];
    }

    void add(int status, long nanos) {
      statuses[status]++;
      micros[answered++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1_000);
    }

    /** Returns how long that share of the answers took at most. */
    int micros(double share) {
      int[] sorted = micros.clone();
      Arrays.sort(sorted);
      return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
  }
}
