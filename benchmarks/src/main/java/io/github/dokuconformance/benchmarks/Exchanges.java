package io.github.dokuconformance.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One connection, on which a request follows the answer to the one before it.
 *
 * <p>Makes no garbage and few calls of the operating system: it is the server that is measured.
 */
final class Exchanges implements Closeable {
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(US_ASCII);
  private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(US_ASCII);
  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(US_ASCII);
  private static final int STATUS = "HTTP/1.1 ".length();
  private static final int MOST = 1 << 14;

  private final SocketChannel channel;
  private final ByteBuffer outgoing = ByteBuffer.allocateDirect(MOST);
  private final ByteBuffer incoming = ByteBuffer.allocateDirect(MOST);
  private final byte[] answer = new byte[MOST];
  private int end;
  private long due;

  private Exchanges(SocketChannel channel) {
    this.channel = channel;
  }

  static Exchanges open(int port, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    Exchanges exchanges = new Exchanges(channel);
    channel.register(selector, SelectionKey.OP_READ, exchanges);
    return exchanges;
  }

  /** Sends a request that was due at that time. */
  void send(byte[] request, long nanos) throws IOException {
    due = nanos;
    end = 0;
    outgoing.clear().put(request).flip();
    while (outgoing.hasRemaining()) {
      channel.write(outgoing);
    }
  }

  /** Returns when the request was due that was sent last. */
  long due() {
    return due;
  }

  /** Reads what has come; returns the status when the answer is there to its end, else 0. */
  int receive() throws IOException {
    incoming.clear().limit(MOST - end);
    int read = channel.read(incoming);
    if (read < 0 || end + read == MOST) {
      throw new EOFException("expected an answer of fewer than " + MOST + " bytes");
    }
    incoming.flip().get(answer, end, read);
    end += read;
    return isWhole() ? number(STATUS) : 0;
  }

  private boolean isWhole() {
    int head = find(HEAD_END, 0, end);
    if (head < 0) {
      return false;
    }
    int length = find(LENGTH, 0, head);
    return length < 0
        ? find(LAST_CHUNK, Math.max(head, end - LAST_CHUNK.length), end) >= 0
        : end == head + HEAD_END.length + number(length + LENGTH.length);
  }

  /** Finds text in lower case, whatever the case of what came. */
  private int find(byte[] wanted, int from, int to) {
    for (int start = from; start <= to - wanted.length; start++) {
      int same = 0;
      while (same < wanted.length && lower(answer[start + same]) == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return start;
      }
    }
    return -1;
  }

  private static int lower(byte letter) {
    return letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
  }

  private int number(int from) {
    int at = from;
    while (answer[at] == ' ') {
      at++;
    }
    int number = 0;
    for (; answer[at] >= '0' && answer[at] <= '9'; at++) {
      number = 10 * number + answer[at] - '0';
    }
    return number;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
