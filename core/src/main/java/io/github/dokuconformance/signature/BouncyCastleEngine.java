package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.Body;
import org.bouncycastle.crypto.ExtendedDigest;
import org.bouncycastle.crypto.digests.MD5Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA384Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.digests.SHA512tDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

final class BouncyCastleEngine implements HmacEngine {
  static final BouncyCastleEngine INSTANCE = new BouncyCastleEngine();

  private BouncyCastleEngine() {}

  @Override
  public byte[] digest(Hash hash, Body body) {
    byte[] bytes = body.toByteArray();
    ExtendedDigest digest = digest(hash);
    digest.update(bytes, 0, bytes.length);
    byte[] out = new byte[digest.getDigestSize()];
    digest.doFinal(out, 0);
    return out;
  }

  @Override
  public Mac hmac(Hash hash, byte[] key) {
    byte[] copy = key.clone();
    return bytes -> {
      HMac hmac = new HMac(digest(hash));
      hmac.init(new KeyParameter(copy));
      hmac.update(bytes, 0, bytes.length);
      byte[] out = new byte[hmac.getMacSize()];
      hmac.doFinal(out, 0);
      return out;
    };
  }

  private static ExtendedDigest digest(Hash hash) {
    return switch (hash) {
      case SHA256 -> SHA256Digest.newInstance();
      case MD5 -> new MD5Digest();
      case SHA1 -> new SHA1Digest();
      case SHA384 -> new SHA384Digest();
      case SHA512 -> new SHA512Digest();
      case SHA512_256 -> new SHA512tDigest(256);
    };
  }
}
