package io.github.dokuconformance.cli.proxy;

import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.http.Peer;
import io.github.dokuconformance.sandbox.http.RawClient;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The server behind a proxy. Bodies pass unchanged, headers with their names as they are written
 * and in their order; no redirect is followed, no other proxy used. Thread safe.
 */
public final class Upstream implements Closeable {
  /** Headers that belong to one connection (RFC 9110, section 7.6.1). */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "expect",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final Peer peer;
  private final String basePath;
  private final RawClient client;

  private Upstream(Peer peer, String basePath, Duration patience) {
    this.peer = peer;
    this.basePath = basePath;
    this.client = new RawClient(patience);
  }

  /**
   * Returns the server at that address.
   *
   * @param base http or https; its path stands before each request's
   * @param patience for an answer, body and all
   */
  public static Upstream at(URI base, Duration patience) {
    String path = base.getRawPath();
    return new Upstream(
        Peer.of(base), path.endsWith("/") ? path.substring(0, path.length() - 1) : path, patience);
  }

  /** Returns the path that the server sees, which for it is what is signed. */
  String path(Target target) {
    return basePath + target.path();
  }

  /**
   * Returns the server's answer.
   *
   * @throws IOException where none comes; its message says why
   */
  Response send(Request request) throws IOException {
    String query = request.target().query().map(text -> "?" + text).orElse("");
    Request sentOn =
        new Request(
            request.method(),
            Target.of(path(request.target()) + query),
            forPeer(endToEnd(request.headers()), request.body().length()),
            request.body());
    Response answer = client.send(peer, sentOn, MessageLimits.BODY_BYTES + 1);
    if (answer.body().length() > MessageLimits.BODY_BYTES) {
      throw new IOException(
          "expected a body of at most " + MessageLimits.BODY_BYTES + " bytes (10 MiB)");
    }
    return answer.withHeaders(endToEnd(answer.headers()));
  }

  /** Puts the server's own name, and the length of what it gets, where the client's stood. */
  private Headers forPeer(Headers headers, int length) {
    List<Header> all = new ArrayList<>();
    for (Header header : headers.list()) {
      all.add(
          switch (header.name().toLowerCase(Locale.ROOT)) {
            case "host" -> new Header(header.name(), peer.authority());
            case "content-length" -> new Header(header.name(), Integer.toString(length));
            default -> header;
          });
    }
    return new Headers(all);
  }

  /** Leaves out what is for this connection alone, that which Connection names included. */
  private static Headers endToEnd(Headers headers) {
    Set<String> dropped = new HashSet<>(HOP_BY_HOP);
    headers.all("Connection").stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .forEach(dropped::add);
    return new Headers(
        headers.stream()
            .filter(header -> !dropped.contains(header.name().toLowerCase(Locale.ROOT)))
            .toList());
  }

  /** Ends the requests that are under way. */
  @Override
  public void close() {
    client.close();
  }
}
