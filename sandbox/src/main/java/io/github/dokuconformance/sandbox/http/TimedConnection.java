package io.github.dokuconformance.sandbox.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection for one message, which is closed when its time is over, whoever reads or writes
 * then: a socket's own timeout starts anew with each byte, and knows nothing of writing.
 *
 * <p>No proxy is used. One thread sends and reads; any may close.
 */
public final class TimedConnection implements Closeable {
  private static final ScheduledThreadPoolExecutor DEADLINES = deadlines();

  private final Socket socket;
  private final Future<?> deadline;
  private volatile boolean late;

  private TimedConnection(Socket socket, Duration patience) {
    this.socket = socket;
    this.deadline = DEADLINES.schedule(this::end, patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static ScheduledThreadPoolExecutor deadlines() {
    ScheduledThreadPoolExecutor one =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "http-deadlines");
              thread.setDaemon(true);
              return thread;
            });
    one.setRemoveOnCancelPolicy(true);
    return one;
  }

  /** Writes a message, in pieces where it likes. */
  @FunctionalInterface
  public interface Output {
    void write(OutputStream out, Stop stop) throws IOException;
  }

  /** Asks before each piece whether the rest is still wanted. */
  @FunctionalInterface
  public interface Stop {
    boolean asked() throws IOException;
  }

  /**
   * Connects.
   *
   * @param patience for the connection, and then from the first byte out to the last one in
   * @param tls asked for a factory of TLS sockets where the peer wants one
   * @throws IOException where there is no connection; its message says why
   */
  public static TimedConnection open(Peer peer, Duration patience, Supplier<SocketFactory> tls)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(peer.host(), peer.port());
    if (address.isUnresolved()) {
      throw new ConnectException("no such host: " + peer.host());
    }
    Socket plain = new Socket(Proxy.NO_PROXY);
    try {
      plain.setTcpNoDelay(true);
      plain.connect(address, (int) patience.toMillis());
      plain.setSoTimeout((int) patience.toMillis());
      return new TimedConnection(
          peer.isSecure() ? secured(plain, peer, (SSLSocketFactory) tls.get()) : plain, patience);
    } catch (SocketTimeoutException e) {
      closeQuietly(plain);
      throw new ConnectException("no connection within " + patience.toMillis() + " ms");
    } catch (IOException e) {
      closeQuietly(plain);
      throw e;
    }
  }

  private static Socket secured(Socket plain, Peer peer, SSLSocketFactory tls) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, peer.host(), peer.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Sends until all is out or an answer is in: a refusal may come before the body's end. */
  public InputStream send(Output message) throws IOException {
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

  /** Sends and looks for no answer. */
  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Says whether it was closed because its time was over. */
  public boolean isLate() {
    return late;
  }

  private void end() {
    late = true;
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to be done with it.
    }
  }

  @Override
  public void close() {
    deadline.cancel(false);
    closeQuietly(socket);
  }
}
