package io.github.dokuconformance.sandbox.http;

import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An HTTP/1.1 server for one handler, which bounds what a client can take: threads, time, bytes.
 *
 * <p>Threads are daemons, so that a forgotten server does not keep a test run alive.
 */
public final class HttpFront implements AutoCloseable {
  /** Status of a refusal: the request is for another host. */
  public static final int MISDIRECTED = 421;

  /** Status of a refusal: another site's page sent the request. */
  public static final int FORBIDDEN = 403;

  private static final int BACKLOG = 1024;

  /** More than anybody opens by accident, fewer than would use up file descriptors. */
  private static final int MOST_CONNECTIONS = 4000;

  private static final int STACK_BYTES = 512 << 10;
  private static final int PAUSE_MILLIS = 250;
  private static final AtomicInteger THREAD_NUMBER = new AtomicInteger();

  private final ServerSocket server;
  private final Gate gate;
  private final Set<Wire> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool(HttpFront::thread);

  /** What a server does with requests; called by many threads at once. */
  public interface Handler {
    /**
     * Answers a request.
     *
     * @param peer the client's address
     */
    Outgoing handle(Request request, InetAddress peer);

    /** Tells whether other sites may lead a person to that page, by a link or a redirect. */
    default boolean isPage(Target target) {
      return false;
    }

    /**
     * Answers what can't be handled: a body that is too long, for one, or with {@link #MISDIRECTED}
     * or {@link #FORBIDDEN} what is not let in.
     */
    Outgoing refuse(int status, String reason);

    /** Answers where {@link #handle} threw, which is a defect of the handler. */
    Outgoing failed(RuntimeException defect);
  }

  private HttpFront(ServerSocket server, Gate gate) {
    this.server = server;
    this.gate = gate;
  }

  /**
   * Takes an address; {@link #start} begins to answer those who call it, or localhost, by name.
   *
   * @param allowed other hosts under which it answers, and whose pages may call it
   * @throws IOException where the address can't be had
   */
  public static HttpFront bind(InetSocketAddress address, Authority... allowed) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.bind(address, BACKLOG);
    } catch (IOException e) {
      server.close();
      throw e;
    }
    Gate gate = new Gate(address.getHostString(), local(server), List.of(allowed));
    return new HttpFront(server, gate);
  }

  public void start(Handler handler) {
    threads.execute(() -> accept(handler));
    threads.execute(this::dropTheLate);
  }

  private static Thread thread(Runnable work) {
    String name = "sandbox-http-" + THREAD_NUMBER.incrementAndGet();
    Thread thread = new Thread(null, work, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  public InetSocketAddress address() {
    return local(server);
  }

  private static InetSocketAddress local(ServerSocket server) {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private void accept(Handler handler) {
    while (!server.isClosed()) {
      try {
        admit(server.accept(), handler);
      } catch (IOException | OutOfMemoryError e) {
        // No descriptor or no thread is left: others may end.
        pause();
      }
    }
  }

  private void admit(Socket socket, Handler handler) throws IOException {
    if (open.size() >= MOST_CONNECTIONS) {
      socket.close();
      return;
    }
    Wire wire = new Wire(socket);
    open.add(wire);
    try {
      threads.execute(() -> serve(wire, handler));
    } catch (RuntimeException | OutOfMemoryError e) {
      drop(wire);
      throw e;
    }
  }

  private void serve(Wire wire, Handler handler) {
    try {
      new Connection(wire, gate, handler).serve();
    } catch (IOException e) {
      // The client is gone, or was dropped because it was late: there is nobody to tell.
    } finally {
      drop(wire);
    }
  }

  private void dropTheLate() {
    while (!server.isClosed()) {
      long now = System.nanoTime();
      open.stream().filter(wire -> wire.isLate(now)).forEach(this::drop);
      pause();
    }
  }

  private void drop(Wire wire) {
    open.remove(wire);
    try {
      wire.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops at once; answers that are under way are cut off. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It accepts no more either way.
    }
    // First, so that who waits for something does not answer because the wait was broken off.
    open.forEach(this::drop);
    threads.shutdownNow();
    open.forEach(this::drop);
  }
}
