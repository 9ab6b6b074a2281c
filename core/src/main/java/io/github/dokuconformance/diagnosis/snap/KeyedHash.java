package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.MerchantSecret;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The HMAC-SHA256 of a body in place of its hash, computed once for each form. Thread safe. */
final class KeyedHash {
  private final HmacEngine.Mac mac;
  private final Map<Content, byte[]> known = new ConcurrentHashMap<>();

  KeyedHash(MerchantSecret secret) {
    this.mac = HmacEngine.fastest().hmac(Hash.SHA256, secret.exposeForMac());
  }

  Octets of(Content body, Encoding encoding) {
    byte[] hash = known.get(body);
    if (hash == null) {
      hash = body.through(mac::mac);
      known.put(body, hash);
    }
    return Octets.utf8(encoding.encode(hash));
  }

  @Override
  public String toString() {
    return "KeyedHash[***]";
  }
}
