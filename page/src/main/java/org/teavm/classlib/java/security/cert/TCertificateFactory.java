package org.teavm.classlib.java.security.cert;

import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.asn1.x509.Certificate;
import org.teavm.classlib.java.security.TKeyFactory;
import org.teavm.classlib.java.security.TPublicKey;
import org.teavm.classlib.java.security.spec.TX509EncodedKeySpec;

/** {@code java.security.cert.CertificateFactory} of X.509 with keys of RSA, for the browser. */
public class TCertificateFactory {
  public static TCertificateFactory getInstance(String type) throws TCertificateException {
    return new TCertificateFactory();
  }

  public TCertificate generateCertificate(InputStream in) throws TCertificateException {
    try {
      byte[] x509 =
          Certificate.getInstance(in.readAllBytes()).getSubjectPublicKeyInfo().getEncoded();
      TPublicKey key = TKeyFactory.getInstance("RSA").generatePublic(new TX509EncodedKeySpec(x509));
      return new TCertificate() {
        @Override
        public TPublicKey getPublicKey() {
          return key;
        }
      };
    } catch (IOException | RuntimeException e) {
      throw new TCertificateException(e);
    }
  }
}
