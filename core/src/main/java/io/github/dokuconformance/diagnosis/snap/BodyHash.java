package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.signature.Hash;
import org.jspecify.annotations.Nullable;

/**
 * How the body stands in the string to sign: by its hash, itself, or not at all.
 *
 * @param fixed what stands there whatever the body's form
 * @param raw whether the body itself stands there
 * @param keyed what hashes it with a key, where one does
 */
record BodyHash(
    boolean present,
    @Nullable Octets fixed,
    boolean raw,
    @Nullable KeyedHash keyed,
    Hash hash,
    Encoding encoding) {
  static final BodyHash RIGHT = of(Hash.SHA256, Encoding.HEX);
  static final BodyHash ABSENT =
      new BodyHash(false, Octets.NONE, false, null, Hash.SHA256, Encoding.HEX);
  static final BodyHash RAW = new BodyHash(true, null, true, null, Hash.SHA256, Encoding.HEX);

  static BodyHash of(Hash hash, Encoding encoding) {
    return new BodyHash(true, null, false, null, hash, encoding);
  }

  static BodyHash fixed(Octets text) {
    return new BodyHash(true, text, false, null, Hash.SHA256, Encoding.HEX);
  }

  static BodyHash keyed(KeyedHash keyed, Encoding encoding) {
    return new BodyHash(true, null, false, keyed, Hash.SHA256, encoding);
  }

  Octets of(Content body) {
    if (fixed != null) {
      return fixed;
    }
    if (keyed != null) {
      return keyed.of(body, encoding);
    }
    return raw ? body.octets() : body.digest(hash, encoding);
  }
}
