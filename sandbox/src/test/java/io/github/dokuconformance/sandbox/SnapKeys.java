package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The throw-away keys of core's tests, which anybody may read. */
public final class SnapKeys {
  public static final String SECRET = "SK-TEST-snap-NOT-A-SECRET";
  public static final AsymmetricKey MERCHANT = key("merchant-NOT-A-SECRET.pem");
  public static final AsymmetricKey DOKU = key("doku-NOT-A-SECRET.pem");

  private SnapKeys() {}

  /** Returns what a merchant has: a secret, a key pair and DOKU's public key. */
  static MerchantKeys ofMerchant() {
    return MerchantKeys.of(MerchantSecret.of(SECRET))
        .withOwn(MERCHANT)
        .withOfDoku(DOKU.publicHalf());
  }

  private static AsymmetricKey key(String file) {
    try {
      return AsymmetricKey.ofPem(
          Files.readString(
              Path.of("../core/src/test/resources/io/github/dokuconformance/snap", file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
