package io.github.dokuconformance.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Looks at a body's bytes before they are read as JSON. */
final class Utf8 {
  static final int BYTE_ORDER_MARK_LENGTH = 3;

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /** Tells, eight bytes at a time, that nothing in a body needs a closer look. */
  static boolean isAsciiWithoutEscapes(byte[] bytes) {
    int i = 0;
    for (; i + Long.BYTES <= bytes.length; i += Long.BYTES) {
      long eight = (long) EIGHT_BYTES.get(bytes, i);
      long zeroWhereBackslash = eight ^ ('\\' * LOW_BITS);
      long backslashes = (zeroWhereBackslash - LOW_BITS) & ~zeroWhereBackslash;
      if (((eight | backslashes) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; i < bytes.length; i++) {
      if (bytes[i] < 0 || bytes[i] == '\\') {
        return false;
      }
    }
    return true;
  }

  static boolean startsWithByteOrderMark(byte[] bytes) {
    return bytes.length >= BYTE_ORDER_MARK_LENGTH
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** Returns the offset of the first byte that is not UTF-8, or -1. */
  static int malformedAt(byte[] bytes) {
    if (isAscii(bytes)) {
      return -1;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(in);
      return -1;
    } catch (CharacterCodingException e) {
      return in.position();
    }
  }

  /** Tells whether an escape could spell half a character; nothing else in UTF-8 can. */
  static boolean hasEscape(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\\') {
        return true;
      }
    }
    return false;
  }

  /** Returns the index of the first surrogate without its other half, or -1. */
  static int loneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }
}
