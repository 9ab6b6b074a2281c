package shop;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;

/** Verifies one exchange: java … -m shop/shop.Verify EXCHANGE-JSON SECRET-FILE. */
public final class Verify {
  private Verify() {}

  public static void main(String[] args) throws Exception {
    MerchantSecret secret = MerchantSecret.of(Files.readString(Path.of(args[1])).strip());
    CheckContext context = CheckContext.nothing().withKeys(KeyRing.of(SigningKey.of(secret)));

    CheckResult result =
        Check.check(ExchangeJson.read(Files.readAllBytes(Path.of(args[0])), args[0]), context);

    for (Finding finding : result.findings()) {
      System.out.println(finding.severity() + " " + finding.code() + ": " + finding.message());
    }
    System.out.println("request's signature: " + result.requestSignature().status());
    System.exit(result.isConformant(Severity.ERROR) ? 0 : 1);
  }
}
