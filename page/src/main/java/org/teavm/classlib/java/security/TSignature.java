package org.teavm.classlib.java.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.teavm.classlib.java.security.interfaces.TRSAPublicKey;

/**
 * {@code java.security.Signature} for the browser: RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017,
 * section 8.2.2), which verifies alone.
 */
public class TSignature {
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private TRSAPublicKey key;

  public static TSignature getInstance(String algorithm) throws TNoSuchAlgorithmException {
    if (!algorithm.equals("SHA256withRSA")) {
      throw new TNoSuchAlgorithmException(algorithm);
    }
    return new TSignature();
  }

  public void initVerify(TPublicKey publicKey) {
    key = (TRSAPublicKey) publicKey;
  }

  public void initSign(TPrivateKey privateKey) throws TInvalidKeyException {
    throw new TInvalidKeyException("the page signs nothing");
  }

  public void update(byte[] bytes) {
    message.write(bytes, 0, bytes.length);
  }

  public byte[] sign() throws TSignatureException {
    throw new TSignatureException("the page signs nothing");
  }

  public boolean verify(byte[] signature) throws TGeneralSecurityException {
    int length = (key.getModulus().bitLength() + 7) / 8;
    BigInteger number = new BigInteger(1, signature);
    if (signature.length != length || number.compareTo(key.getModulus()) >= 0) {
      throw new TSignatureException("a signature of another length");
    }
    BigInteger opened = number.modPow(key.getPublicExponent(), key.getModulus());
    return opened.equals(new BigInteger(1, block(length)));
  }

  /** RFC 8017, section 9.2: 00 01 FF … FF 00, and the digest with the name of its hash. */
  private byte[] block(int length) throws TGeneralSecurityException {
    try {
      ASN1ObjectIdentifier sha256 = NISTObjectIdentifiers.id_sha256;
      byte[] digest = TMessageDigest.getInstance("SHA-256").digest(message.toByteArray());
      byte[] info =
          new DigestInfo(new AlgorithmIdentifier(sha256, DERNull.INSTANCE), digest).getEncoded();
      byte[] block = new byte[length];
      Arrays.fill(block, 2, length - info.length - 1, (byte) 0xff);
      block[1] = 1;
      System.arraycopy(info, 0, block, length - info.length, info.length);
      return block;
    } catch (IOException e) {
      throw new TSignatureException(e);
    }
  }
}
