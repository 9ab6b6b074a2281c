package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.RuleCases.Case;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No text that core makes holds the secret, in any of the forms a text can hold it. */
class SecretsTest {
  private static final byte[] BYTES = Samples.SECRET.getBytes(StandardCharsets.UTF_8);
  private static final List<String> FORMS =
      List.of(
          Samples.SECRET,
          Base64.getEncoder().encodeToString(BYTES).substring(0, 20),
          HexFormat.of().formatHex(BYTES),
          Arrays.toString(BYTES));

  @Test
  void nothingThatHoldsTheSecretPrintsIt() {
    MerchantSecret secret = MerchantSecret.of(Samples.SECRET);
    SymmetricKey key = SigningKey.of(secret, HmacEngine.reference());
    KeyRing ring = KeyRing.of("MCH-1", key).withAny(MerchantKeys.of(Samples.KEY));
    CheckContext context = CheckContext.nothing().withKeys(ring);

    assertNoSecret(
        List.of(
            secret.toString(),
            key.toString(),
            key.secret().toString(),
            ring.toString(),
            ring.byClientId().toString(),
            ring.find("MCH-1").toString(),
            context.toString(),
            secret.checkValue()));
  }

  @Test
  void noResultOfAnyCasePrintsIt() {
    List<String> texts = new ArrayList<>();
    RuleCasesTest.all().forEach(c -> collect(c, texts));

    assertThat(texts).hasSizeGreaterThan(1000);
    assertNoSecret(texts);
  }

  private static void collect(Case c, List<String> texts) {
    for (Draft draft : List.of(c.shows(), c.twin())) {
      CheckResult result = draft.check();
      texts.add(draft.context().toString());
      texts.add(result.toString());
      texts.add(result.exchange().toString());
      texts.add(result.requestSignature().verification().toString());
      texts.add(result.responseSignature().verification().toString());
      for (Finding finding : result.findings()) {
        texts.add(finding.message() + finding.hint() + finding.facts() + finding);
      }
    }
  }

  private static void assertNoSecret(List<String> texts) {
    for (String form : FORMS) {
      assertThat(texts).noneMatch(text -> text.contains(form));
    }
  }
}
