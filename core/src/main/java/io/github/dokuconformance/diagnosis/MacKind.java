package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Hash;

/**
 * What is computed over the string to sign.
 *
 * @param keyed HMAC with that hash, or the hash alone: it is what an RSA signature holds, too
 */
public record MacKind(Hash hash, boolean keyed) {
  public static final MacKind HMAC_SHA256 = hmac(Hash.SHA256);
  public static final MacKind HMAC_SHA512 = hmac(Hash.SHA512);

  public static MacKind hmac(Hash hash) {
    return new MacKind(hash, true);
  }

  public static MacKind plain(Hash hash) {
    return new MacKind(hash, false);
  }
}
