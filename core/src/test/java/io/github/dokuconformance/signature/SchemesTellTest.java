package io.github.dokuconformance.signature;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import io.github.dokuconformance.signature.snap.Snap;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What reports and commands are told by each scheme. */
class SchemesTellTest {
  private static final Stages STAGES =
      new Stages(
          Optional.empty(),
          StringToSign.ofValues(List.of(new Component("a", "1"), new Component("b", "2")), '|'),
          Optional.of(Signature.of("s")));

  @Test
  void theirIds() {
    assertThat(NonSnap.SCHEME.id()).isEqualTo("non-snap");
    assertThat(Snap.TOKEN.id()).isEqualTo("snap.token");
    assertThat(Snap.SYMMETRIC.id()).isEqualTo("snap.symmetric");
    assertThat(Snap.ASYMMETRIC.id()).isEqualTo("snap.asymmetric");
  }

  @Test
  void theFormsOfTheirSignatures() {
    assertThat(NonSnap.SCHEME.signatureForm()).isEqualTo("HMACSHA256= and the base64 of 32 bytes");
    assertThat(NonSnap.SCHEME.prefix()).isEqualTo("HMACSHA256=");
    assertThat(Snap.SYMMETRIC.signatureForm()).contains("base64").doesNotContain("RSA");
    assertThat(Snap.ASYMMETRIC.signatureForm()).contains("RSA");
    assertThat(Snap.TOKEN.signatureForm()).contains("RSA");
  }

  @Test
  void theNamesOfTheirLines() {
    assertThat(NonSnap.SCHEME.targetName()).isEqualTo("Request-Target");
    assertThat(NonSnap.SCHEME.digestName()).isEqualTo("Digest");
    assertThat(STAGES.stringToSign().text()).isEqualTo("1|2");
  }

  @Test
  void theirPages() {
    assertThat(Snap.TOKEN.source()).isPresent();
    assertThat(Snap.SYMMETRIC.source()).isPresent();
    assertThat(Snap.ASYMMETRIC.source()).isPresent();
    assertThat(Snap.SYMMETRIC.source()).isNotEqualTo(Snap.ASYMMETRIC.source());
  }

  @Test
  void whoseKeySigns() {
    MerchantKeys keys = SnapKeys.ofMerchant();

    assertThat(Snap.TOKEN.signer(keys, SignedPart.REQUEST).orElseThrow())
        .isEqualTo(SnapKeys.MERCHANT);
    assertThat(Snap.ASYMMETRIC.signer(keys, SignedPart.REQUEST).orElseThrow())
        .isEqualTo(SnapKeys.MERCHANT);
    assertThat(Snap.SYMMETRIC.signer(keys, SignedPart.REQUEST).orElseThrow())
        .isEqualTo(keys.secrets().get(0));
    assertThat(Snap.TOKEN.signer(MerchantKeys.none(), SignedPart.REQUEST)).isEmpty();
    assertThat(Snap.SYMMETRIC.signer(MerchantKeys.none(), SignedPart.REQUEST)).isEmpty();
  }

  @Test
  void whetherARequestIsOne() {
    assertThat(NonSnap.SCHEME.recognises(Headers.of("signature", "x"))).isTrue();
    assertThat(NonSnap.SCHEME.recognises(Headers.of("Client-Id", "x"))).isFalse();
  }

  @Test
  void whatLacksInASignature() {
    assertThat(NonSnap.SCHEME.malformation("SHA256=abc")).contains("the prefix \"SHA256=\"");
    assertThat(NonSnap.SCHEME.malformation("=abc")).contains("no prefix");
    assertThat(NonSnap.SCHEME.malformation("abc=")).contains("no prefix");
    assertThat(NonSnap.SCHEME.malformation("ab==")).contains("no prefix");
    assertThat(NonSnap.SCHEME.malformation("a=bc")).contains("the prefix \"a=\"");
    assertThat(NonSnap.SCHEME.malformation("a=b")).contains("no prefix");
    assertThat(NonSnap.SCHEME.malformation("abc")).contains("no prefix");
    assertThat(NonSnap.SCHEME.malformation("a".repeat(23) + "=bcd"))
        .contains("the prefix \"" + "a".repeat(23) + "=\"");
    assertThat(NonSnap.SCHEME.malformation("a".repeat(24) + "=bcd"))
        .contains("the prefix \"" + "a".repeat(24) + "\"");
  }

  @Test
  void whatARightSignerMakes() {
    Verification valid = new Verification.Valid(STAGES, Reading.DOCUMENTED);
    Verification invalid =
        new Verification.Invalid(
            Verification.Reason.MISMATCH, Optional.empty(), List.of(), "nothing");

    assertThat(valid.rightStages()).contains(STAGES);
    assertThat(invalid.rightStages()).isEmpty();
    assertThat(Verification.Reason.MISMATCH.id()).isEqualTo("signature-mismatch");
  }

  @Test
  void twoReadingsAsOne() {
    Reading first = new Reading("a");
    Reading second = new Reading("b");

    assertThat(first.and(second)).isEqualTo(new Reading("a; b"));
    assertThat(first.and(Reading.DOCUMENTED)).isEqualTo(first);
    assertThat(Reading.DOCUMENTED.and(second)).isEqualTo(second);
  }

  @Test
  void thatNoOtherPartHasTheirHeaders() {
    assertThat(NonSnap.SCHEME.header(HeaderRole.TIMESTAMP, Part.REQUEST))
        .contains("Request-Timestamp");
    assertThat(NonSnap.SCHEME.header(HeaderRole.TIMESTAMP, Part.RESPONSE))
        .contains("Response-Timestamp");
    assertThat(NonSnap.SCHEME.header(HeaderRole.AUTHORIZATION, Part.REQUEST)).isEmpty();
  }
}
