package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.http.Peer;
import io.github.dokuconformance.sandbox.http.RawClient;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Sends a request and reads the beginning of the answer; follows no redirect. Thread safe. */
final class Sender implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 64 << 10;

  private final RawClient client = new RawClient(PATIENCE);

  /**
   * Returns the answer.
   *
   * @throws IOException where none came within 10 seconds; its message says why
   */
  Response send(URI url, Request request) throws IOException {
    return client.send(Peer.of(url), request, MOST_BYTES);
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    client.close();
  }
}
