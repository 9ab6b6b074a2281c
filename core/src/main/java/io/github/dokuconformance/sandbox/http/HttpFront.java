package io.github.dokuconformance.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP server for one handler, which bounds what a client can take: threads, time, bytes.
 *
 * <p>Threads are daemons, so that a forgotten server does not keep a test run alive.
 */
public final class HttpFront implements AutoCloseable {
  private static final int BACKLOG = 1024;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private final HttpServer server;
  private final ExecutorService threads;

  /** What a server does with requests; called by many threads at once. */
  public interface Handler {
    Outgoing handle(Request request);

    /** Answers what can't be handled, such as a body that is too long. */
    Outgoing refuse(int status, String reason);

    /** Answers where {@link #handle} threw, which is a defect of the handler. */
    Outgoing failed(RuntimeException defect);
  }

  private HttpFront(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Takes an address; {@link #start} begins to answer.
   *
   * @throws IOException where the address can't be had
   */
  public static HttpFront bind(InetSocketAddress address) throws IOException {
    ServerSettings.apply();
    HttpServer server = HttpServer.create(address, BACKLOG);
    // A slow client holds a thread for as long as a request may take, and who waits for a thread
    // longer than that is dropped: so there are as many as connections, which are limited.
    ExecutorService threads = Executors.newCachedThreadPool(HttpFront::thread);
    server.setExecutor(threads);
    return new HttpFront(server, threads);
  }

  public void start(Handler handler) {
    server.createContext("/", exchange -> serve(exchange, handler));
    server.start();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox-http-" + THREAD_NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  public InetSocketAddress address() {
    return server.getAddress();
  }

  private static void serve(HttpExchange exchange, Handler handler) throws IOException {
    // Closing an exchange that was not answered in full closes its connection.
    try (exchange) {
      write(exchange, answer(exchange, handler));
    }
  }

  private static Outgoing answer(HttpExchange exchange, Handler handler) throws IOException {
    try (RequestReader reader = new RequestReader(exchange)) {
      return handler.handle(reader.read());
    } catch (RequestReader.Refused e) {
      exchange.getResponseHeaders().set("Connection", "close");
      return handler.refuse(e.status(), e.reason());
    } catch (RuntimeException e) {
      return handler.failed(e);
    }
  }

  private static void write(HttpExchange exchange, Outgoing outgoing) throws IOException {
    if (outgoing.delivery() == Outgoing.Delivery.DROPPED) {
      return;
    }
    Response response = outgoing.response();
    setHeaders(exchange, response);
    int length = response.body().length();
    if (length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(response.status(), length);
    byte[] bytes = response.body().toByteArray();
    int sent = outgoing.delivery() == Outgoing.Delivery.TRUNCATED ? length / 2 : length;
    OutputStream out = exchange.getResponseBody();
    out.write(bytes, 0, sent);
    if (sent == length) {
      out.close();
    }
  }

  private static void setHeaders(HttpExchange exchange, Response response) {
    Map<String, List<String>> headers = new HashMap<>();
    for (Header header : response.headers().list()) {
      headers.computeIfAbsent(header.name(), name -> new ArrayList<>(1)).add(header.value());
    }
    // On Java 17 putAll, unlike set and add, keeps "Client-Id" from becoming "Client-id".
    exchange.getResponseHeaders().putAll(headers);
  }

  /** Stops at once; answers that are under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
