package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Sends a request and reads the beginning of the answer; follows no redirect. Thread safe. */
final class Sender {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 64 << 10;

  private @Nullable HttpClient client;

  /**
   * Returns the answer.
   *
   * @throws IOException where none came within 10 seconds; its message says why
   */
  Response send(URI url, Request request) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<InputStream>> response =
        client().sendAsync(build(url, request), HttpResponse.BodyHandlers.ofInputStream());
    try {
      return response.thenApply(Sender::read).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      response.cancel(true);
      throw new IOException("no answer within " + PATIENCE.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      String reason = cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
      throw new IOException((cause == null ? e : cause).getClass().getSimpleName() + reason, e);
    }
  }

  private static HttpRequest build(URI url, Request request) throws IOException {
    try {
      HttpRequest.Builder builder =
          HttpRequest.newBuilder(url)
              .timeout(PATIENCE)
              .POST(HttpRequest.BodyPublishers.ofByteArray(request.body().toByteArray()));
      request.headers().list().forEach(header -> builder.header(header.name(), header.value()));
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new IOException("can't be sent: " + e.getMessage(), e);
    }
  }

  // Made late: it costs 100 ms that a run without notifications does not need.
  private synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(PATIENCE)
              .build();
    }
    return client;
  }

  private static Response read(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      return new Response(
          response.statusCode(),
          Headers.received(response.headers()),
          Body.of(in.readNBytes(MOST_BYTES)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
