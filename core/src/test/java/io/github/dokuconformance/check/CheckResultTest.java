package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckResultTest {
  private final CheckResult wrong =
      Toy.pay()
          .header("Signature", "HMACSHA256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
          .header("Digest", "FAKE")
          .check();

  @Test
  void conformsUnlessAFindingWeighsAsMuchAsIsAsked() {
    CheckResult right = Toy.pay().check();
    CheckResult noted = Toy.pay().header("Digest", "FAKE").check();

    assertThat(right.isConformant(Severity.NOTE)).isTrue();
    assertThat(noted.findings()).extracting(Finding::severity).containsExactly(Severity.NOTE);
    assertThat(noted.isConformant(Severity.NOTE)).isFalse();
    assertThat(noted.isConformant(Severity.WARNING)).isTrue();
    assertThat(wrong.isConformant(Severity.ERROR)).isFalse();
  }

  @Test
  void leavesOutWhatIsUnwantedAndNothingElse() {
    CheckResult left = wrong.without(finding -> finding.code().equals("signature.mismatch"));

    assertThat(left.findings()).extracting(Finding::code).containsExactly("header.digest-sent");
    assertThat(left.requestSignature()).isEqualTo(wrong.requestSignature());
    assertThat(left.responseSignature()).isEqualTo(wrong.responseSignature());
    assertThat(wrong.without(finding -> false).findings()).isEqualTo(wrong.findings());
  }

  @Test
  void takesMoreAfterItsOwn() {
    List<Finding> more = Toy.pay().withoutHeader("Signature").check().findings();

    assertThat(wrong.with(more).findings())
        .extracting(Finding::code)
        .containsExactly("signature.mismatch", "header.digest-sent", "signature.missing");
    assertThat(wrong.with(List.of()).findings()).isEqualTo(wrong.findings());
  }

  @Test
  void tellsTheSignaturesApart() {
    assertThat(wrong.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.INVALID);
    assertThat(wrong.signature(Part.RESPONSE).status()).isEqualTo(SignatureStatus.VALID);
    assertThat(SignatureStatus.INVALID.isVerified()).isTrue();
    assertThat(SignatureStatus.VALID.isVerified()).isTrue();
    assertThat(SignatureStatus.ABSENT.isVerified()).isFalse();
    assertThat(SignatureStatus.UNCHECKED.isVerified()).isFalse();
  }

  @Test
  void namesTheReadingThatDokusPagesLeaveOpen() {
    CheckResult open =
        Draft.cancel()
            .responseId("a")
            .requestId("b")
            .responseHeader("Request-Id", "c")
            .responseId("b")
            .check();
    Finding note =
        open.findings().stream()
            .filter(finding -> finding.code().equals("signature.reading"))
            .findFirst()
            .orElseThrow();

    assertThat(open.responseSignature().openReading()).hasValue(note.facts().get(Finding.GOT));
    assertThat(open.requestSignature().openReading()).isEmpty();
    assertThat(wrong.requestSignature().openReading()).isEmpty();
    assertThat(SignatureResult.UNCHECKED.openReading()).isEmpty();
  }
}
