package io.github.dokuconformance.cli.proxy;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server behind a proxy; bodies pass unchanged, no redirect is followed. Thread safe. */
public final class Upstream {
  /** Headers that belong to one connection (RFC 9110, section 7.6.1), or that the client sets. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final String base;
  private final Duration patience;
  private final HttpClient client;

  private Upstream(String base, Duration patience) {
    this.base = base;
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .build();
  }

  /**
   * Returns the server at that address.
   *
   * @param base http or https; its path stands before each request's
   * @param patience for an answer, body and all
   */
  public static Upstream at(URI base, Duration patience) {
    String text = base.toString();
    return new Upstream(text.endsWith("/") ? text.substring(0, text.length() - 1) : text, patience);
  }

  /** Returns the path that the server sees, which for it is what is signed. */
  String path(Target target) {
    return URI.create(base).getRawPath() + target.path();
  }

  /**
   * Returns the server's answer.
   *
   * @throws IOException where none comes; its message says why
   */
  Response send(Request request) throws IOException, InterruptedException {
    CompletableFuture<Response> answer =
        client.sendAsync(build(request), BodyHandlers.ofInputStream()).thenApply(Upstream::read);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no answer within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String reason = cause.getMessage() == null ? "" : ": " + cause.getMessage();
      throw new IOException(cause.getClass().getSimpleName() + reason, e);
    }
  }

  private HttpRequest build(Request request) throws IOException {
    String query = request.target().query().map(text -> "?" + text).orElse("");
    try {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(URI.create(base + request.target().path() + query))
              .timeout(patience)
              .method(
                  request.method(),
                  request.body().isEmpty()
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofByteArray(request.body().toByteArray()));
      endToEnd(request.headers())
          .list()
          .forEach(header -> builder.header(header.name(), header.value()));
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new IOException("the request can't be sent on: " + e.getMessage(), e);
    }
  }

  private static Response read(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      byte[] body = in.readNBytes(MessageLimits.BODY_BYTES + 1);
      if (body.length > MessageLimits.BODY_BYTES) {
        throw new IllegalStateException(
            "expected a body of at most " + MessageLimits.BODY_BYTES + " bytes (10 MiB)");
      }
      return new Response(
          response.statusCode(), endToEnd(Headers.received(response.headers())), Body.of(body));
    } catch (IOException e) {
      throw new IllegalStateException("the answer breaks off", e);
    }
  }

  private static Headers endToEnd(Headers headers) {
    return new Headers(
        headers.stream()
            .filter(header -> !HOP_BY_HOP.contains(header.name().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
