package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import org.junit.jupiter.api.Test;

/** What the exchanges of one run say together of its invalid signatures. */
class ExplainerTest {
  private static final String ID = "MCH-FAKE-0001";
  private static final String PATH = "/akulaku-peer-to-peer/v2/cancel";
  private static final KeyRing OTHER =
      KeyRing.of(SigningKey.of(MerchantSecret.of("SK-TEST-other-NOT-A-SECRET")));

  private final Explainer explainer = new Explainer(Draft.cancel().context());

  @Test
  void passesOnWhatIsRight() {
    CheckResult right = Draft.cancel().check();

    assertThat(Explainer.isInvalid(right)).isFalse();
    assertThat(explainer.explain(right)).isSameAs(right);
    assertThat(explainer.recall(right)).isSameAs(explainer.later());
    assertThat(explainer.remarks()).isEmpty();
  }

  @Test
  void eitherSignatureMakesItInvalid() {
    assertThat(Explainer.isInvalid(slashed("a"))).isTrue();
    assertThat(
            Explainer.isInvalid(
                Draft.cancel()
                    .responseHeader("Response-Timestamp", "2026-01-02T03:04:07Z")
                    .check()))
        .isTrue();
  }

  @Test
  void learnsAMistakeAndRecallsItInTheNextMessage() {
    assertThat(explainer.learnt()).isZero();
    assertThat(explainer.recall(slashed("a")).of(Part.REQUEST, input(slashed("a")))).isEmpty();

    CheckResult first = explainer.explain(slashed("a"));
    assertThat(names(first)).isEqualTo("target.trailing-slash");
    assertThat(explainer.learnt()).isEqualTo(1);

    Recalled recalled = explainer.recall(slashed("b"));
    assertThat(recalled.of(Part.REQUEST, input(slashed("b")))).isPresent();
    CheckResult second = explainer.explain(slashed("b"), recalled);
    assertThat(names(second)).isEqualTo("target.trailing-slash");
    assertThat(work(second)).isLessThan(work(first));
    assertThat(explainer.learnt()).isEqualTo(1);
  }

  /** What was recalled before something was learnt is asked anew: no answer depends on timing. */
  @Test
  void whatWasRecalledTooEarlyIsAskedAgain() {
    Recalled early = explainer.recall(slashed("b"));
    explainer.explain(slashed("a"));

    assertThat(early.of(Part.REQUEST, input(slashed("b")))).isPresent();
  }

  /** The answer was asked ahead, so that it is there without another search of the lessons. */
  @Test
  void whatWasRecalledInTimeIsNotAskedAgain() {
    explainer.explain(slashed("a"));
    Recalled ahead = explainer.recall(slashed("b"));

    assertThat(ahead.of(Part.REQUEST, input(slashed("b"))))
        .containsSame(ahead.of(Part.REQUEST, input(slashed("b"))).orElseThrow());
    assertThat(ahead.of(Part.RESPONSE, input(slashed("b")))).isEmpty();
  }

  @Test
  void callsASecretWrongWhereNothingSpeaksForIt() {
    Explainer ofOther = new Explainer(Draft.cancel().keys(OTHER).context());

    for (int i = 0; i < 5; i++) {
      assertThat(isSearched(ofOther, i)).isEqualTo(i < 3);
    }
    assertThat(ofOther.remarks())
        .singleElement()
        .asString()
        .contains("every signature of Client-Id MCH-FAKE-0001", "none of 5", "the 3 that");

    ofOther.right(Draft.cancel().check());
    assertThat(ofOther.remarks()).isEmpty();
  }

  @Test
  void searchesAgainWhereOneIsRightAfterAll() {
    Explainer ofOther = new Explainer(Draft.cancel().keys(OTHER).context());
    for (int i = 0; i < 3; i++) {
      isSearched(ofOther, i);
    }
    assertThat(isSearched(ofOther, 3)).isFalse();

    ofOther.right(Draft.cancel().check());

    assertThat(isSearched(ofOther, 4)).isTrue();
  }

  @Test
  void oneThatIsRightInTheOrderOfTheRunSpeaksForTheSecret() {
    Explainer ofOther = new Explainer(Draft.cancel().keys(OTHER).context());
    for (int i = 0; i < 3; i++) {
      isSearched(ofOther, i);
    }

    ofOther.right(ID);

    assertThat(ofOther.remarks()).isEmpty();
  }

  @Test
  void concludesNothingOfMessagesThatShowAnotherCause() {
    Explainer ofOther = new Explainer(Draft.cancel().keys(OTHER).context());
    for (int i = 0; i < 3; i++) {
      ofOther.explain(
          Draft.status()
              .keys(OTHER)
              .requestId("r" + i)
              .header("Content-Encoding", "gzip")
              .noResponse()
              .check());
    }

    assertThat(ofOther.remarks()).isEmpty();
  }

  @Test
  void aRightAnswerSpeaksForTheSecretOfAWrongRequest() {
    for (int i = 0; i < 4; i++) {
      CheckResult result =
          Draft.status().requestId("r" + i).header("Signature", ofNobody(i)).check();
      assertThat(result.responseSignature().status()).isEqualTo(SignatureStatus.VALID);
      explainer.explain(result);
    }

    assertThat(explainer.remarks()).isEmpty();
  }

  @Test
  void countsThoseThatWereLeft() {
    explainer.skip();
    explainer.skip();

    assertThat(explainer.remarks())
        .containsExactly(
            "2 more invalid signatures were not explained; ask with the command explain");
  }

  /** Nothing can be searched for without a secret; that is said too. */
  @Test
  void countsThoseItCouldNotSearchFor() {
    Explainer without = new Explainer(CheckContext.nothing());

    assertThat(without.explain(slashed("a")).requestSignature().diagnosis()).isEmpty();
    assertThat(without.remarks()).singleElement().asString().startsWith("1 more invalid");
  }

  private static boolean isSearched(Explainer explainer, int number) {
    CheckResult result = Draft.status().keys(OTHER).requestId("r" + number).noResponse().check();
    return explainer.explain(result).requestSignature().diagnosis().isPresent();
  }

  private static CheckResult slashed(String id) {
    String signature =
        Draft.cancel()
            .requestId(id)
            .target(PATH + "/")
            .exchange()
            .request()
            .headers()
            .first("Signature")
            .orElseThrow();
    return Draft.cancel().requestId(id).header("Signature", signature).check();
  }

  private static String ofNobody(int number) {
    return "HMACSHA256=" + ("" + number).repeat(43) + "=";
  }

  private static DiagnosisInput input(CheckResult result) {
    return Explanation.input(result, Draft.cancel().context(), Part.REQUEST).orElseThrow();
  }

  private static Diagnosis.Explained explained(CheckResult result) {
    return (Diagnosis.Explained) result.requestSignature().diagnosis().orElseThrow();
  }

  private static String names(CheckResult result) {
    return explained(result).names();
  }

  private static long work(CheckResult result) {
    return explained(result).statistics().work();
  }
}
