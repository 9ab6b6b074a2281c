package io.github.dokuconformance.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/** The charset windows-1252, for the browser. */
final class Windows1252 extends Charset {
  static final Charset INSTANCE = new Windows1252();

  /** What 0x80 to 0x9f stand for; U+FFFD for what stands for nothing. */
  private static final String SPECIAL =
      "\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd"
          + "\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178";

  private static final int FIRST = 0x80;
  private static final int LAST = 0x9f;

  private Windows1252() {
    super("windows-1252", new String[0]);
  }

  @Override
  public boolean contains(Charset other) {
    return false;
  }

  @Override
  public CharsetDecoder newDecoder() {
    return new CharsetDecoder(this, 1, 1) {
      @Override
      protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
        while (in.hasRemaining()) {
          if (!out.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          int b = in.get() & 0xff;
          out.put(b >= FIRST && b <= LAST ? SPECIAL.charAt(b - FIRST) : (char) b);
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }

  @Override
  public CharsetEncoder newEncoder() {
    return new CharsetEncoder(this, 1, 1) {
      @Override
      protected CoderResult encodeLoop(CharBuffer in, ByteBuffer out) {
        while (in.hasRemaining()) {
          if (!out.hasRemaining()) {
            return CoderResult.OVERFLOW;
          }
          char c = in.get();
          int special = c == '\ufffd' ? -1 : SPECIAL.indexOf(c);
          boolean same = c < FIRST || (c > LAST && c <= 0xff);
          if (!same && special < 0) {
            in.position(in.position() - 1);
            boolean pair = Character.isHighSurrogate(c) && in.remaining() > 1;
            return CoderResult.unmappableForLength(pair ? 2 : 1);
          }
          out.put((byte) (same ? c : FIRST + special));
        }
        return CoderResult.UNDERFLOW;
      }
    };
  }
}
