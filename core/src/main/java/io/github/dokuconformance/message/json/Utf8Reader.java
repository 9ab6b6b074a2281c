package io.github.dokuconformance.message.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Locale;

/**
 * Decodes UTF-8 and stops exactly at the first byte that is not UTF-8: all characters before it are
 * handed out first, so that the consumer knows the place.
 *
 * <p>An {@code InputStreamReader} throws away up to 8 KiB before that place. Not thread safe.
 */
public final class Utf8Reader extends Reader {
  private static final int BUFFER_BYTES = 8 << 10;

  private final InputStream in;
  private final CharsetDecoder decoder = UTF_8.newDecoder();
  private final ByteBuffer bytes;
  private boolean ended;

  public Utf8Reader(InputStream in) {
    this.in = in;
    this.bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
  }

  Utf8Reader(byte[] all) {
    this.in = InputStream.nullInputStream();
    this.bytes = ByteBuffer.wrap(all);
    this.ended = true;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length < 2) {
      throw new IllegalArgumentException("expected room for a surrogate pair, got " + length);
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (chars.position() > 0) {
        return chars.position();
      }
      if (result.isError()) {
        throw new NotUtf8Exception(bytes.get(bytes.position()));
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(count, 0)).flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Says which byte is not UTF-8; the consumer knows where. */
  static final class NotUtf8Exception extends IOException {
    private static final long serialVersionUID = 1;

    private NotUtf8Exception(byte at) {
      super(String.format(Locale.ROOT, "expected UTF-8, got byte 0x%02X", at & 0xff));
    }
  }
}
