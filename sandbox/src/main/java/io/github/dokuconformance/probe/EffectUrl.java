package io.github.dokuconformance.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the effect by GET; no proxy, no redirect, at most 1 MiB. Thread safe. */
public final class EffectUrl implements EffectReader {
  private static final int LONGEST = 1 << 20;
  private static final int OK = 200;

  private final URI url;
  private final Duration timeout;
  private final HttpClient client;

  private EffectUrl(URI url, Duration timeout) {
    this.url = url;
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout)
            .build();
  }

  /**
   * Returns a reader of that URL.
   *
   * @throws IllegalArgumentException if it is no http or https URL
   */
  public static EffectUrl of(String url, Duration timeout) {
    NotificationUrl.parse(url);
    return new EffectUrl(URI.create(url), timeout);
  }

  @Override
  public JsonNode read() throws UnusableEndpointException {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(timeout).GET().build();
    try {
      Read read =
          client
              .sendAsync(request, BodyHandlers.ofInputStream())
              .thenApplyAsync(EffectUrl::start)
              .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return value(read);
    } catch (ExecutionException e) {
      throw unusable(reason(e.getCause()));
    } catch (TimeoutException e) {
      throw unusable("no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unusable("interrupted");
    }
  }

  private JsonNode value(Read read) throws UnusableEndpointException {
    if (read.status() != OK) {
      throw unusable("status " + read.status());
    }
    if (read.body().length > LONGEST) {
      throw unusable("more than 1 MiB");
    }
    try {
      JsonNode value = JsonMapper.shared().readTree(read.body());
      if (value.isMissingNode()) {
        throw unusable("an empty body");
      }
      return value;
    } catch (JacksonException e) {
      throw unusable("a body that is not JSON");
    }
  }

  private UnusableEndpointException unusable(String got) {
    return new UnusableEndpointException(
        "expected a number or a JSON value with status 200 from the effect URL "
            + url
            + ", got: "
            + got);
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof ConnectException) {
      return "no connection";
    }
    return cause == null || cause.getMessage() == null ? "no answer" : cause.getMessage();
  }

  private static Read start(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      return new Read(response.statusCode(), in.readNBytes(LONGEST + 1));
    } catch (IOException e) {
      return new Read(response.statusCode(), new byte[0]);
    }
  }

  // Bytes that are read at once and compared with nothing.
  private static final class Read {
    private final int status;
    private final byte[] body;

    Read(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }

    int status() {
      return status;
    }

    byte[] body() {
      return body;
    }
  }
}
