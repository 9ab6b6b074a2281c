package io.github.dokuconformance.probe;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.probe.Answer.Silence;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends over HTTP/1.1 on a socket of its own for each message, with the exact bytes that a probe
 * wants.
 *
 * <p>No HTTP client library lets header names keep their case, stand twice or arrive in pieces. No
 * proxy is used, no redirect followed, no more of an answer read than its head. Thread safe.
 */
public final class HttpEndpoint implements Endpoint, AutoCloseable {
  private final NotificationUrl url;
  private final Duration timeout;
  private final SSLSocketFactory tls;
  private final ScheduledExecutorService deadlines;

  private HttpEndpoint(NotificationUrl url, Duration timeout, SSLSocketFactory tls) {
    this.url = url;
    this.timeout = timeout;
    this.tls = tls;
    this.deadlines =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "notify-deadlines");
              thread.setDaemon(true);
              return thread;
            });
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
  public Answer send(Request request, Delivery delivery) {
    WireMessage message = WireMessage.of(request, url.authority(), delivery);
    if (delivery != Delivery.BESIDE_STALLED) {
      return exchange(message);
    }
    try (Socket stalled = connect()) {
      stalled.getOutputStream().write(message.firstHalf());
      return exchange(message);
    } catch (IOException e) {
      return failure(e);
    }
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
  }

  private Answer exchange(WireMessage message) {
    AtomicBoolean late = new AtomicBoolean();
    Socket socket;
    try {
      socket = connect();
    } catch (IOException e) {
      return failure(e);
    }
    // A socket's own timeout starts anew with each byte; this one does not.
    Future<?> deadline =
        deadlines.schedule(
            () -> {
              late.set(true);
              closeQuietly(socket);
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
    try (socket) {
      return AnswerReader.read(sent(message, socket));
    } catch (SocketTimeoutException e) {
      return Answer.none(Silence.TIMED_OUT, "");
    } catch (IOException e) {
      return late.get() ? Answer.none(Silence.TIMED_OUT, "") : Answer.none(Silence.CLOSED, "");
    } finally {
      deadline.cancel(false);
    }
  }

  /** Writes until all is out or an answer is in: a refusal may come before the body's end. */
  private static InputStream sent(WireMessage message, Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    try {
      message.write(socket.getOutputStream(), () -> in.available() > 0);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      // The peer has shut its side; what it said before that is in the buffer.
      if (in.available() == 0) {
        throw e;
      }
    }
    return in;
  }

  private Socket connect() throws IOException {
    InetSocketAddress address = new InetSocketAddress(url.host(), url.port());
    if (address.isUnresolved()) {
      throw new ConnectException("no such host: " + url.host());
    }
    Socket plain = new Socket(Proxy.NO_PROXY);
    try {
      plain.setTcpNoDelay(true);
      plain.connect(address, (int) timeout.toMillis());
      plain.setSoTimeout((int) timeout.toMillis());
      return url.isSecure() ? secured(plain) : plain;
    } catch (SocketTimeoutException e) {
      closeQuietly(plain);
      throw new ConnectException("no connection within " + timeout.toMillis() + " ms");
    } catch (IOException e) {
      closeQuietly(plain);
      throw e;
    }
  }

  private Socket secured(Socket plain) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, url.host(), url.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static Answer failure(IOException e) {
    String kind = e instanceof SSLException ? "TLS: " : "";
    return Answer.none(Silence.UNREACHABLE, kind + reason(e));
  }

  private static String reason(IOException e) {
    return Visible.line(Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done with it.
    }
  }
}
