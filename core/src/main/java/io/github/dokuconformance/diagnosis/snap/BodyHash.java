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
 */
record BodyHash(
    boolean present, @Nullable Octets fixed, boolean raw, Hash hash, Encoding encoding) {
  static final BodyHash RIGHT = of(Hash.SHA256, Encoding.HEX);
  static final BodyHash ABSENT = new BodyHash(false, Octets.NONE, false, Hash.SHA256, Encoding.HEX);
  static final BodyHash RAW = new BodyHash(true, null, true, Hash.SHA256, Encoding.HEX);

  static BodyHash of(Hash hash, Encoding encoding) {
    return new BodyHash(true, null, false, hash, encoding);
  }

  static BodyHash fixed(Octets text) {
    return new BodyHash(true, text, false, Hash.SHA256, Encoding.HEX);
  }

  Octets of(Content body) {
    if (fixed != null) {
      return fixed;
    }
    return raw ? body.octets() : body.digest(hash, encoding);
  }
}
