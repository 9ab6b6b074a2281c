package io.github.dokuconformance.probe;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.probe.ReceiverAnswer.Silence;
import io.github.dokuconformance.sandbox.http.Peer;
import io.github.dokuconformance.sandbox.http.TimedConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends over HTTP/1.1 on a socket of its own for each message, with the exact bytes that a probe
 * wants.
 *
 * <p>No HTTP client library lets header names keep their case, stand twice or arrive in pieces. No
 * proxy is used, no redirect followed, no more of an answer read than its head. Thread safe.
 */
public final class HttpEndpoint implements Endpoint {
  private final NotificationUrl url;
  private final Duration timeout;
  private final SSLSocketFactory tls;

  private HttpEndpoint(NotificationUrl url, Duration timeout, SSLSocketFactory tls) {
    this.url = url;
    this.timeout = timeout;
    this.tls = tls;
  }

  /**
   * Returns the endpoint at that URL; certificates are checked against the platform's roots.
   *
   * @param timeout from the first byte out to the last of the answer's head
   */
  public static HttpEndpoint of(NotificationUrl url, Duration timeout) {
    return of(url, timeout, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /** As {@link #of(NotificationUrl, Duration)}, with the caller's choice of trusted roots. */
  public static HttpEndpoint of(NotificationUrl url, Duration timeout, SSLSocketFactory tls) {
    return new HttpEndpoint(url, timeout, tls);
  }

  @Override
  public ReceiverAnswer send(Request request, Transmission delivery) {
    WireMessage message = WireMessage.of(request, url.authority(), delivery);
    if (delivery != Transmission.BESIDE_STALLED) {
      return exchange(message);
    }
    // It stalls for longer than the message beside it is waited for.
    try (TimedConnection stalled = connect(timeout.multipliedBy(2))) {
      stalled.write(message.firstHalf());
      return exchange(message);
    } catch (IOException e) {
      return failure(e);
    }
  }

  private ReceiverAnswer exchange(WireMessage message) {
    TimedConnection connection;
    try {
      connection = connect(timeout);
    } catch (IOException e) {
      return failure(e);
    }
    try (connection) {
      return AnswerReader.read(connection.send(message::write));
    } catch (SocketTimeoutException e) {
      return ReceiverAnswer.none(Silence.TIMED_OUT, "");
    } catch (IOException e) {
      return ReceiverAnswer.none(connection.isLate() ? Silence.TIMED_OUT : Silence.CLOSED, "");
    }
  }

  private TimedConnection connect(Duration patience) throws IOException {
    Peer peer = new Peer(url.isSecure(), url.host(), url.port(), url.authority());
    return TimedConnection.open(peer, patience, () -> tls);
  }

  private static ReceiverAnswer failure(IOException e) {
    String kind = e instanceof SSLException ? "TLS: " : "";
    return ReceiverAnswer.none(Silence.UNREACHABLE, kind + reason(e));
  }

  private static String reason(IOException e) {
    return Visible.line(Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
  }
}
