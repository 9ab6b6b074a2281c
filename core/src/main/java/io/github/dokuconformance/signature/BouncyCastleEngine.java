package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.Body;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

final class BouncyCastleEngine implements HmacEngine {
  static final BouncyCastleEngine INSTANCE = new BouncyCastleEngine();

  private BouncyCastleEngine() {}

  @Override
  public byte[] digest(Body body) {
    byte[] bytes = body.toByteArray();
    ExtendedDigest sha256 = SHA256Digest.newInstance();
    sha256.update(bytes, 0, bytes.length);
    byte[] out = new byte[sha256.getDigestSize()];
    sha256.doFinal(out, 0);
    return out;
  }

  @Override
  public Mac sha256(byte[] key) {
    byte[] copy = key.clone();
    return bytes -> {
      HMac hmac = new HMac(SHA256Digest.newInstance());
      hmac.init(new KeyParameter(copy));
      hmac.update(bytes, 0, bytes.length);
      byte[] out = new byte[hmac.getMacSize()];
      hmac.doFinal(out, 0);
      return out;
    };
  }
}
