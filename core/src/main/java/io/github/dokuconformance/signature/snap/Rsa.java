package io.github.dokuconformance.signature.snap;

import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.Signature;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.StringToSign;
import java.util.Optional;

/** What both of SNAP's asymmetric recipes do: RSASSA-PKCS1-v1_5 with SHA-256, in base64. */
final class Rsa {
  static final String FORM = "the base64 of an RSA signature, 256 bytes for a key of 2048 bits";
  private static final int LONGEST = 2048;

  private Rsa() {}

  static Optional<String> malformation(String signature) {
    return SignatureText.malformation(signature, SignatureText.FEWEST_OF_RSA, LONGEST);
  }

  /** Returns the signature, where the private half is known. */
  static Optional<Signature> signature(SigningKey key, StringToSign text, String scheme) {
    if (!(key instanceof AsymmetricKey pair)) {
      throw new IllegalArgumentException("expected an RSA key for the scheme " + scheme);
    }
    return pair.canSign()
        ? Optional.of(Signature.of(SignatureText.of(pair.sign(Hash.SHA256, text.toUtf8()))))
        : Optional.empty();
  }

  static boolean accepts(String signature, Stages stages, SigningKey key) {
    Optional<byte[]> bytes = SignatureText.bytes(signature);
    return key instanceof AsymmetricKey pair
        && bytes.isPresent()
        && pair.verifies(Hash.SHA256, stages.stringToSign().toUtf8(), bytes.get());
  }
}
