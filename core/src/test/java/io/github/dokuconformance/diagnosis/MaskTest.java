package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
  // Not static: what a class does before its tests belongs to none of them.
  private final Mask mask =
      Mask.of(
          Sample.requests()
              .get(0)
              .input()
              .withKeys(
                  MerchantKeys.of(MerchantSecret.of(" SK-OWN-NOT-A-SECRET\n"))
                      .withToken("b2b", AccessToken.of("own-TOKEN")))
              .withOthers(
                  Map.of(
                      "MCH-2",
                      MerchantKeys.of(MerchantSecret.of("SK-OTHER-NOT-A-SECRET"))
                          .withToken("b2b", AccessToken.of("other-token")),
                      "MCH-3",
                      MerchantKeys.of(MerchantSecret.of("  ")))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SK-OWN-NOT-A-SECRET",
        "sk-own-not-a-secret",
        "own-TOKEN",
        "OWN-token",
        "SK-OTHER-NOT-A-SECRET",
        "other-token"
      })
  void takesOutEachSecretInAnyLetterCase(String secret) {
    assertThat(mask.text("a " + secret + " b, " + secret)).isEqualTo("a [secret] b, [secret]");
    assertThat(mask.component(new Component("X-" + secret, secret)))
        .isEqualTo(new Component("X-[secret]", "[secret]"));
  }

  @Test
  void leavesAllElse() {
    assertThat(mask.text("SK-OWN-NOT-A-SECRE  T")).isEqualTo("SK-OWN-NOT-A-SECRE  T");
  }

  @Test
  void cutsAFactThatIsLongOnceItsSecretsAreOut() {
    String thousand = "x".repeat(1_000);

    assertThat(masked(thousand)).isEqualTo(thousand);
    assertThat(masked(thousand + "y")).isEqualTo(thousand + "… (1001 characters)");
    assertThat(masked("x".repeat(990) + "SK-OWN-NOT-A-SECRET")).endsWith("x[secret]").hasSize(998);
  }

  private String masked(String value) {
    Mistake mistake = Mistake.of(NonSnapMistake.TARGET_FULL_URL, "signed", value);
    return mask.mistake(mistake).facts().get("signed");
  }
}
