package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Hash;

/** What is computed over the string to sign. */
enum MacKind {
  /** HMAC-SHA256, or what the layout brings along. */
  RIGHT(Hash.SHA256, true),
  PLAIN_SHA256(Hash.SHA256, false),
  HMAC_MD5(Hash.MD5, true),
  HMAC_SHA1(Hash.SHA1, true),
  HMAC_SHA384(Hash.SHA384, true),
  HMAC_SHA512(Hash.SHA512, true),
  HMAC_SHA512_256(Hash.SHA512_256, true);

  private final Hash hash;
  private final boolean keyed;

  MacKind(Hash hash, boolean keyed) {
    this.hash = hash;
    this.keyed = keyed;
  }

  Hash hash() {
    return hash;
  }

  boolean isKeyed() {
    return keyed;
  }
}
