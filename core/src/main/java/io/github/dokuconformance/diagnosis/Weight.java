package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Hash;

/**
 * What a hypothesis takes, told before it is computed: bytes to write and hash.
 *
 * @param text at most so many bytes are joined, a body among the lines aside
 * @param body what it takes to go through the body once
 * @param raw whether the body itself is among the lines
 * @param digested whether the body is digested by a hash that is not at hand
 * @param changed whether the joined text is turned into another one
 */
record Weight(long text, long body, boolean raw, boolean digested, boolean changed) {
  /** Beside its bytes: a key's states, the outer hash, a comparison. */
  private static final long HYPOTHESIS = 512;

  /** Decoding, changing and encoding a text, in times of hashing it. */
  private static final long CHANGE = 4;

  static Weight of(Recipe right) {
    Buffer text = new Buffer();
    right.write(text);
    return new Weight(text.length(), right.body().weight(), false, false, false);
  }

  Weight with(Choice choice) {
    Object value = choice.value();
    if (value instanceof Octets octets) {
      return longer(octets);
    }
    if (value instanceof Stamp stamp) {
      return longer(stamp.value());
    }
    if (value instanceof Lines lines) {
      return longer(lines.extraValue());
    }
    if (value instanceof SnapLayout snap) {
      return longer(snap.token());
    }
    if (value instanceof Content content) {
      return new Weight(text, content.weight(), raw, digested, changed);
    }
    if (value instanceof DigestLine line) {
      return new Weight(text, body, line.raw(), digested, changed);
    }
    if (value instanceof Hash) {
      return new Weight(text, body, raw, true, changed);
    }
    return value instanceof TextChange ? new Weight(text, body, raw, digested, true) : this;
  }

  private Weight longer(Octets value) {
    return new Weight(text + value.bytes.length, body, raw, digested, changed);
  }

  long total() {
    long joined = raw ? text + body : text;
    return HYPOTHESIS + (changed ? CHANGE * joined : joined) + (digested ? body : 0);
  }
}
