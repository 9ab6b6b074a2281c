package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.signature.Hash;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Bytes to digest: a form of a body. Those of a large body are made again where they are needed, so
 * that two hundred forms of it don't stay in memory. Thread safe.
 */
public final class Content {
  private static final int LARGEST_KEPT = 1 << 18;

  /** To make it again, in times of hashing it. */
  static final int MAKING = 8;

  private static final Content EMPTY = of(new byte[0]);

  private final Supplier<Octets> source;
  private final long weight;
  private final Octets sha256;
  private final Map<Encoding, Octets> right;
  private final Map<Hash, Map<Encoding, Octets>> others = new ConcurrentHashMap<>();

  private Content(Supplier<Octets> source, long weight, byte[] sha256) {
    this.source = source;
    this.weight = weight;
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

  public static Content empty() {
    return EMPTY;
  }

  public static Content of(byte[] bytes) {
    Octets octets = new Octets(bytes);
    return new Content(() -> octets, bytes.length, Hash.SHA256.of(bytes));
  }

  /** Returns the content that the source makes, each time it is asked, in the same way. */
  static Content madeBy(Supplier<byte[]> source) {
    byte[] bytes = source.get();
    return bytes.length <= LARGEST_KEPT
        ? of(bytes)
        : new Content(
            () -> new Octets(source.get()),
            (long) (1 + MAKING) * bytes.length,
            Hash.SHA256.of(bytes));
  }

  public Octets octets() {
    return source.get();
  }

  /** What it takes to go through the bytes once, in bytes hashed. */
  long weight() {
    return weight;
  }

  /** Returns what a function gives of the bytes, such as a keyed hash; it leaves them alone. */
  public byte[] through(UnaryOperator<byte[]> function) {
    return function.apply(octets().bytes);
  }

  /** Returns the digest as text. */
  public Octets digest(Hash hash, Encoding encoding) {
    Map<Encoding, Octets> texts =
        hash == Hash.SHA256
            ? right
            : others.computeIfAbsent(hash, h -> texts(h.of(octets().bytes)));
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
