package io.github.dokuconformance.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;

/** A merchant's notification endpoint that keeps what it got. */
final class TestEndpoint implements AutoCloseable {
  private final HttpServer server;
  private final List<Request> received = new CopyOnWriteArrayList<>();
  private volatile ToIntFunction<Request> answer = request -> 200;

  TestEndpoint() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<Header> headers = new ArrayList<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
      Request request =
          new Request(
              exchange.getRequestMethod(),
              Target.of(exchange.getRequestURI().toString()),
              new Headers(headers),
              Body.of(exchange.getRequestBody().readAllBytes()));
      received.add(request);
      exchange.sendResponseHeaders(answer.applyAsInt(request), -1);
    }
  }

  void answer(ToIntFunction<Request> status) {
    answer = status;
  }

  URI url() {
    return URI.create(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/payments/notifications");
  }

  List<Request> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
