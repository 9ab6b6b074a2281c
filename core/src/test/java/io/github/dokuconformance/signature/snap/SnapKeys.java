package io.github.dokuconformance.signature.snap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Throw-away keys that anybody may read. */
public final class SnapKeys {
  public static final String SECRET = "SK-TEST-snap-NOT-A-SECRET";
  public static final AsymmetricKey MERCHANT =
      AsymmetricKey.ofPem(pem("merchant-NOT-A-SECRET.pem"));
  public static final AsymmetricKey DOKU = AsymmetricKey.ofPem(pem("doku-NOT-A-SECRET.pem"));

  private SnapKeys() {}

  /** Returns what a merchant has: a secret, a key pair and DOKU's public key. */
  public static MerchantKeys ofMerchant() {
    return MerchantKeys.of(MerchantSecret.of(SECRET))
        .withOwn(MERCHANT)
        .withOfDoku(DOKU.publicHalf());
  }

  public static String pem(String file) {
    try (InputStream in =
        SnapKeys.class.getResourceAsStream("/io/github/dokuconformance/snap/" + file)) {
      return new String(requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
