package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Bytes to digest: a form of a body. Only the SHA-256 is kept; the bytes are made again for other
 * hashes, so that a hundred forms of a large body don't stay in memory. Thread safe.
 */
final class Content {
  private static final Content EMPTY = of(new byte[0]);

  private final Supplier<byte[]> source;
  private final Octets sha256;
  private final Map<Encoding, Octets> right;
  private final Map<Hash, Map<Encoding, Octets>> others = new ConcurrentHashMap<>();

  private Content(Supplier<byte[]> source, byte[] sha256) {
    this.source = source;
    this.sha256 = new Octets(sha256);
    this.right = texts(sha256);
  }

  private static Map<Encoding, Octets> texts(byte[] hash) {
    Map<Encoding, Octets> texts = new EnumMap<>(Encoding.class);
    for (Encoding encoding : Encoding.values()) {
      texts.put(encoding, Octets.utf8(encoding.encode(hash)));
    }
    return texts;
  }

  static Content empty() {
    return EMPTY;
  }

  static Content of(byte[] bytes) {
    return new Content(() -> bytes, Hash.SHA256.of(bytes));
  }

  /** Returns the content that the source makes, each time it is asked, in the same way. */
  static Content madeBy(Supplier<byte[]> source) {
    return new Content(source, Hash.SHA256.of(source.get()));
  }

  byte[] bytes() {
    return source.get();
  }

  Octets digest(Hash hash, Encoding encoding) {
    Map<Encoding, Octets> texts =
        hash == Hash.SHA256 ? right : others.computeIfAbsent(hash, h -> texts(h.of(bytes())));
    return requireNonNull(texts.get(encoding));
  }

  /** Same bytes, as far as SHA-256 can tell. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Content that && sha256.equals(that.sha256);
  }

  @Override
  public int hashCode() {
    return sha256.hashCode();
  }
}
