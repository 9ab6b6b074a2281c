package io.github.dokuconformance.json;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes bytes in one place: what stands there becomes any byte, or any byte comes before it. */
public final class AnyByte {
  private AnyByte() {}

  /** Returns each such change, the end included. */
  public static Stream<byte[]> anywhere(byte[] bytes) {
    return IntStream.rangeClosed(0, bytes.length)
        .boxed()
        .flatMap(at -> IntStream.range(0, 256).boxed().flatMap(b -> at(bytes, at, b.byteValue())));
  }

  private static Stream<byte[]> at(byte[] bytes, int at, byte b) {
    byte[] inserted = Arrays.copyOf(bytes, bytes.length + 1);
    System.arraycopy(bytes, at, inserted, at + 1, bytes.length - at);
    inserted[at] = b;
    if (at == bytes.length) {
      return Stream.of(inserted);
    }
    byte[] replaced = bytes.clone();
    replaced[at] = b;
    return Stream.of(inserted, replaced);
  }
}
