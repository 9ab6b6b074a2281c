package io.github.dokuconformance.pact.provider;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.TestMerchant;
import io.github.dokuconformance.sandbox.http.HttpFront;
import io.github.dokuconformance.sandbox.http.Outgoing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.function.Function;

/** An HTTP server for a function, or one that passes on and changes what comes back. */
final class Relay implements HttpFront.Handler, AutoCloseable {
  private static final Set<String> HOP = Set.of("connection", "host", "content-length", "date");

  private final HttpFront front;
  private final Function<Request, Response> work;

  private Relay(HttpFront front, Function<Request, Response> work) {
    this.front = front;
    this.work = work;
  }

  static Relay start(Function<Request, Response> work) throws IOException {
    HttpFront front = HttpFront.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    Relay relay = new Relay(front, work);
    front.start(relay);
    return relay;
  }

  static Relay to(URI upstream, Function<Response, Response> change) throws IOException {
    return start(
        request -> {
          try {
            Request passed = request.withHeaders(passed(request.headers()));
            Response response = TestMerchant.send(upstream, passed);
            return change.apply(response.withHeaders(passed(response.headers())));
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Headers passed(Headers headers) {
    return new Headers(
        headers.stream()
            .filter(header -> !HOP.contains(header.name().toLowerCase(java.util.Locale.ROOT)))
            .filter(header -> !header.name().equalsIgnoreCase("Upgrade"))
            .filter(header -> !header.name().equalsIgnoreCase("HTTP2-Settings"))
            .toList());
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + front.address().getPort());
  }

  @Override
  public Outgoing handle(Request request, InetAddress peer) {
    return Outgoing.whole(work.apply(request));
  }

  @Override
  public Outgoing refuse(int status, String reason) {
    return Outgoing.whole(new Response(status, Headers.none(), Body.ofUtf8(reason)));
  }

  @Override
  public Outgoing failed(RuntimeException defect) {
    return refuse(500, defect.toString());
  }

  @Override
  public void close() {
    front.close();
  }
}
