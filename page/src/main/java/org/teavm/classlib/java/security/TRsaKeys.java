package org.teavm.classlib.java.security;

import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.teavm.classlib.java.security.interfaces.TRSAPrivateCrtKey;
import org.teavm.classlib.java.security.interfaces.TRSAPublicKey;

/** Keys of RSA by their numbers. */
final class TRsaKeys {
  private static final String RSA = "RSA";

  private TRsaKeys() {}

  static TPublicKey publicKey(BigInteger modulus, BigInteger exponent) {
    return new Public(modulus, exponent);
  }

  static TPublicKey publicKey(byte[] x509) throws IOException {
    RSAPublicKey key =
        RSAPublicKey.getInstance(SubjectPublicKeyInfo.getInstance(x509).parsePublicKey());
    return new Public(key.getModulus(), key.getPublicExponent());
  }

  static TPrivateKey privateKey(byte[] pkcs8) throws IOException {
    PrivateKeyInfo info = PrivateKeyInfo.getInstance(pkcs8);
    RSAPrivateKey key = RSAPrivateKey.getInstance(info.parsePrivateKey());
    return new Private(key.getModulus(), key.getPublicExponent(), info.getEncoded());
  }

  private record Public(BigInteger modulus, BigInteger exponent) implements TRSAPublicKey {
    @Override
    public BigInteger getModulus() {
      return modulus;
    }

    @Override
    public BigInteger getPublicExponent() {
      return exponent;
    }

    @Override
    public String getAlgorithm() {
      return RSA;
    }

    @Override
    public String getFormat() {
      return "X.509";
    }

    @Override
    public byte[] getEncoded() {
      try {
        AlgorithmIdentifier rsa =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
        return new SubjectPublicKeyInfo(rsa, new RSAPublicKey(modulus, exponent)).getEncoded();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Private implements TRSAPrivateCrtKey {
    private static final long serialVersionUID = 1;

    private final BigInteger modulus;
    private final BigInteger exponent;
    private final byte[] pkcs8;

    Private(BigInteger modulus, BigInteger exponent, byte[] pkcs8) {
      this.modulus = modulus;
      this.exponent = exponent;
      this.pkcs8 = pkcs8;
    }

    @Override
    public BigInteger getModulus() {
      return modulus;
    }

    @Override
    public BigInteger getPublicExponent() {
      return exponent;
    }

    @Override
    public String getAlgorithm() {
      return RSA;
    }

    @Override
    public String getFormat() {
      return "PKCS#8";
    }

    @Override
    public byte[] getEncoded() {
      return pkcs8.clone();
    }
  }
}
