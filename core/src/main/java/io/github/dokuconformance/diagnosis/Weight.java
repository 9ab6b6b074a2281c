package io.github.dokuconformance.diagnosis;

/**
 * What a hypothesis takes, told before it is computed: bytes to write and hash.
 *
 * @param text at most so many bytes are joined, a body among the lines aside
 * @param body what it takes to go through the body once
 * @param raw whether the body itself is among the lines
 * @param digested whether the body is digested by a hash that is not at hand
 * @param changed whether the joined text is turned into another one
 */
public record Weight(long text, long body, boolean raw, boolean digested, boolean changed) {
  /** Beside its bytes: a key's states, the outer hash, a comparison. */
  private static final long HYPOTHESIS = 512;

  /** Decoding, changing and encoding a text, in times of hashing it. */
  private static final long CHANGE = 4;

  static Weight of(Recipe right) {
    Buffer text = new Buffer();
    right.write(text);
    return new Weight(text.length(), right.assembly().body(right).weight(), false, false, false);
  }

  Weight with(Choice<?> choice) {
    return choice.weigh(this);
  }

  /** Returns the weight of a longer text. */
  public Weight longer(Octets more) {
    return new Weight(text + more.bytes.length, body, raw, digested, changed);
  }

  /** Returns the weight with another form of the body. */
  public Weight ofBody(Content content) {
    return new Weight(text, content.weight(), raw, digested, changed);
  }

  /** Returns the weight with the body itself in the text, or its digest. */
  public Weight ofRawBody(boolean whether) {
    return new Weight(text, body, whether, digested, changed);
  }

  /** Returns the weight where the body is digested by another hash. */
  public Weight ofOtherDigest() {
    return new Weight(text, body, raw, true, changed);
  }

  /** Returns the weight where the joined text is turned into another one. */
  public Weight ofChangedText() {
    return new Weight(text, body, raw, digested, true);
  }

  long total() {
    long joined = raw ? text + body : text;
    return HYPOTHESIS + (changed ? CHANGE * joined : joined) + (digested ? body : 0);
  }
}
