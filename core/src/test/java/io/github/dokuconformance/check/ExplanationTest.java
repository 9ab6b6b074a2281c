package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.RunBudget;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A finding about a signature says why it is wrong, as far as that was searched. */
class ExplanationTest {
  private static final Budget SMALL = Budget.standard().withHypotheses(20_000);
  private static final String PATH = "/akulaku-peer-to-peer/v2/cancel";
  private static final String ID = "MCH-FAKE-0001";
  private static final SymmetricKey OTHER =
      SigningKey.of(MerchantSecret.of("SK-TEST-other-NOT-A-SECRET"));

  @Test
  void namesTheMistakeAndWhatToDoAboutIt() {
    CheckResult explained = explained(signedAt(PATH + "/"));

    Finding finding = about(explained, Part.REQUEST);
    assertThat(finding.facts()).containsEntry(Explanation.DIAGNOSIS, "target.trailing-slash");
    assertThat(finding.hint()).contains("Request-Target was signed as " + PATH + "/");
    assertThat(explained.requestSignature().status()).isEqualTo(SignatureStatus.INVALID);
    assertThat(explained.requestSignature().diagnosis()).isPresent();
    assertThat(explained.responseSignature().diagnosis()).isEmpty();
  }

  @Test
  void saysNothingOfWhatIsRight() {
    CheckResult right = Draft.cancel().check();
    CheckResult explained = explained(Draft.cancel());

    assertThat(explained.findings()).isEqualTo(right.findings());
    assertThat(explained.requestSignature().diagnosis()).isEmpty();
    assertThat(explained.responseSignature().diagnosis()).isEmpty();
  }

  @Test
  void changesOnlyWhatIsSaidOfTheValueOfThatPart() {
    String minified =
        Draft.cancel()
            .response(200, "{}")
            .exchange()
            .response()
            .orElseThrow()
            .headers()
            .first("Signature")
            .orElseThrow();
    Draft draft = signedAt(PATH + "/").responseHeader("Signature", minified).header("Digest", "X");
    CheckResult before = draft.check();

    CheckResult after = explained(draft);

    assertThat(about(after, Part.REQUEST).facts())
        .containsEntry(Explanation.DIAGNOSIS, "target.trailing-slash");
    assertThat(about(after, Part.RESPONSE).facts())
        .containsKey(Explanation.DIAGNOSIS)
        .doesNotContainValue("target.trailing-slash");
    assertThat(after.findings())
        .filteredOn(finding -> !SignatureCheck.isAboutValue(finding))
        .isNotEmpty()
        .isEqualTo(
            before.findings().stream()
                .filter(finding -> !SignatureCheck.isAboutValue(finding))
                .toList());
  }

  @Test
  void explainsAMalformedOneToo() {
    String right = Draft.cancel().exchange().request().headers().first("Signature").orElseThrow();
    Draft draft = Draft.cancel().header("Signature", right.substring("HMACSHA256=".length()));

    Finding finding = about(explained(draft), Part.REQUEST);
    assertThat(finding.code()).isEqualTo("signature.malformed");
    assertThat(finding.facts().get(Explanation.DIAGNOSIS)).startsWith("signature.");
  }

  @Test
  void saysHowFarItSearchedInVainAndDoubtsTheSecret() {
    Draft draft = Draft.cancel().keys(KeyRing.of(OTHER)).withoutResponseHeader("Signature");

    assertThat(hint(draft, SMALL))
        .isEqualTo(
            "The search ended at its limit of work: no known single mistake gives this signature;"
                + " most often it is another secret. The command explain shows the string to sign.");
    assertThat(hint(draft, Budget.standard().withHypotheses(3_000)))
        .startsWith("The search ended at its limit of work: of the ")
        .contains("mistakes", "none gives this signature");
  }

  @Test
  void doubtsTheMessageFirstWhereItShowsACause() {
    Draft draft =
        Draft.cancel()
            .keys(KeyRing.of(OTHER))
            .header("Content-Encoding", "gzip")
            .withoutResponseHeader("Signature");

    assertThat(hint(draft, SMALL))
        .contains("; the message shows a cause: it has Content-Encoding \"gzip\"")
        .doesNotContain("another secret");
    assertThat(about(explained(draft), Part.REQUEST).facts())
        .containsEntry(Explanation.DIAGNOSIS, "unexplained");
  }

  /** What stands in the answer's headers accounts for the answer's signature alone. */
  @Test
  void looksForTheCauseInThePartItself() {
    CheckResult result =
        Draft.cancel().keys(KeyRing.of(OTHER)).responseHeader("Content-Encoding", "gzip").check();
    CheckContext context = CheckContext.nothing();

    assertThat(Explanation.otherCause(result, context, Part.REQUEST)).isEmpty();
    assertThat(Explanation.otherCause(result, context, Part.RESPONSE)).isPresent();
  }

  @Test
  void aSearchWithoutAShareIsNone() {
    Draft draft = signedAt(PATH + "/");
    CheckResult result = draft.check();
    RunBudget run = RunBudget.of(SMALL, 4);

    assertThat(Explanation.explain(result, draft.context(), run, Recalled.nothing(), 0))
        .isEqualTo(result);
    assertThat(
            Explanation.explain(result, draft.context(), run, Recalled.nothing(), 1)
                .requestSignature()
                .diagnosis())
        .isPresent();
  }

  @Test
  void aShareIsAPartOfWhatASearchMayDo() {
    Draft draft = Draft.cancel().keys(KeyRing.of(OTHER)).withoutResponseHeader("Signature");
    Budget budget = Budget.standard().withHypotheses(100_000);

    assertThat(work(draft, budget, 1)).isLessThanOrEqualTo(budget.work());
    assertThat(work(draft, budget, 4)).isBetween(1L, budget.work() / 4);
    assertThat(work(draft, budget, 1)).isGreaterThan(work(draft, budget, 4));
  }

  @Test
  void aRunEndsWhereItsWorkIsSpent() {
    Draft draft = Draft.cancel().keys(KeyRing.of(OTHER)).withoutResponseHeader("Signature");
    RunBudget run = RunBudget.of(SMALL, 1);

    int explained = 0;
    while (explained < 10
        && Explanation.explain(draft.check(), draft.context(), run)
            .requestSignature()
            .diagnosis()
            .isPresent()) {
      explained++;
    }
    assertThat(explained).isBetween(1, 9);
  }

  @Test
  void triesTheSecretsOfOtherMerchants() {
    Map<String, MerchantKeys> keys = new LinkedHashMap<>();
    keys.put(ID, MerchantKeys.of(OTHER));
    keys.put("MCH-OTHER", MerchantKeys.of(Samples.KEY));
    Draft draft = Draft.cancel().keys(KeyRing.of(keys));

    DiagnosisInput input =
        Explanation.input(draft.check(), draft.context(), Part.REQUEST).orElseThrow();

    assertThat(input.others()).containsOnlyKeys("MCH-OTHER");
    assertThat(about(explained(draft), Part.REQUEST).facts().get(Explanation.DIAGNOSIS))
        .startsWith("secret.");
  }

  @Test
  void triesThePathsOfOtherOperations() {
    Draft draft = signedAt("/akulaku-peer-to-peer/v2/refund");

    DiagnosisInput input =
        Explanation.input(draft.check(), draft.context(), Part.REQUEST).orElseThrow();

    assertThat(input.otherTargets())
        .contains("/akulaku-peer-to-peer/v2/refund")
        .doesNotContain(PATH, "")
        .noneMatch(path -> path.contains("{"));
    assertThat(about(explained(draft), Part.REQUEST).facts().get(Explanation.DIAGNOSIS))
        .startsWith("target.");
  }

  @Test
  void knowsWhoSignsWhichPart() {
    Draft sent = Draft.cancel();
    Draft told = Draft.notification().notificationPath("/told/here");

    assertThat(part(sent, Part.REQUEST)).isEqualTo(SignedPart.of(Part.REQUEST, false));
    assertThat(part(sent, Part.RESPONSE)).isEqualTo(SignedPart.of(Part.RESPONSE, true));
    assertThat(part(told, Part.REQUEST)).isEqualTo(SignedPart.of(Part.REQUEST, true));
    assertThat(
            Explanation.input(told.check(), told.context(), Part.REQUEST).orElseThrow().ownUrls())
        .containsExactly("/told/here");
  }

  @Test
  void asksNothingWithoutASecretOrAMessage() {
    Draft unknown = Draft.cancel().keys(KeyRing.of("MCH-OTHER", OTHER));
    Draft asked = Draft.cancel().noResponse();
    Draft ofAnotherKind =
        Draft.cancel().keys(KeyRing.of(Map.of(ID, MerchantKeys.none().withOwn(SnapKeys.MERCHANT))));

    assertThat(Explanation.input(unknown.check(), unknown.context(), Part.REQUEST)).isEmpty();
    assertThat(Explanation.input(asked.check(), ofAnotherKind.context(), Part.REQUEST)).isEmpty();
    assertThat(Explanation.input(asked.check(), asked.context(), Part.RESPONSE)).isEmpty();
    assertThat(Explanation.input(asked.check(), asked.context(), Part.REQUEST)).isPresent();
    assertThat(Explanation.inputIfInvalid(asked.check(), asked.context(), Part.REQUEST)).isEmpty();
  }

  @Test
  void readsTheMerchantByTheHeadersOfTheScheme() {
    Draft snap = Draft.snap("snap.va.create");

    assertThat(Explanation.clientId(Draft.cancel().check(), CheckContext.nothing())).isEqualTo(ID);
    assertThat(Explanation.clientId(snap.check(), snap.context())).isEqualTo(ID);
    assertThat(
            Explanation.clientId(
                Draft.cancel().withoutHeader("Client-Id").check(), CheckContext.nothing()))
        .isEmpty();
  }

  /** An RSA signature can be opened: it shows whose it is, and then nothing has to be guessed. */
  @Test
  void saysWhatAnOpenedSignatureHasShown() {
    Draft right = Draft.snap("snap.tokens.merchant");
    String ofDoku =
        Draft.snap("snap.tokens.inbound")
            .exchange()
            .request()
            .headers()
            .first("X-SIGNATURE")
            .orElseThrow();
    String ofAnotherTime =
        Draft.snap("snap.tokens.merchant")
            .requestTime("2025-05-05T05:05:05+07:00")
            .exchange()
            .request()
            .headers()
            .first("X-SIGNATURE")
            .orElseThrow();
    MerchantKeys own = MerchantKeys.none().withOwn(SnapKeys.MERCHANT);

    assertThat(right.check().requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    assertThat(
            hint(
                Draft.snap("snap.tokens.merchant")
                    .header("X-SIGNATURE", ofDoku)
                    .keys(KeyRing.of(Map.of(ID, own))),
                SMALL))
        .startsWith("None of the keys that are given opens the signature")
        .doesNotContain("The command explain");
    assertThat(hint(Draft.snap("snap.tokens.merchant").header("X-SIGNATURE", ofAnotherTime), SMALL))
        .contains(" gives this signature. The key is right: it opens the signature.")
        .endsWith("The command explain shows the string to sign.");
  }

  private static Draft signedAt(String path) {
    String signature =
        Draft.cancel().target(path).exchange().request().headers().first("Signature").orElseThrow();
    return Draft.cancel().header("Signature", signature);
  }

  private static CheckResult explained(Draft draft) {
    return Explanation.explain(draft.check(), draft.context(), SMALL);
  }

  private static String hint(Draft draft, Budget budget) {
    return about(Explanation.explain(draft.check(), draft.context(), budget), Part.REQUEST).hint();
  }

  private static long work(Draft draft, Budget budget, int shares) {
    Diagnosis diagnosis =
        Explanation.explain(
                draft.check(), draft.context(), RunBudget.of(budget, 4), Recalled.nothing(), shares)
            .requestSignature()
            .diagnosis()
            .orElseThrow();
    return ((Diagnosis.Unexplained) diagnosis).statistics().work();
  }

  private static SignedPart part(Draft draft, Part part) {
    return Explanation.input(draft.check(), draft.context(), part).orElseThrow().part();
  }

  private static Finding about(CheckResult result, Part part) {
    return result.findings().stream()
        .filter(finding -> finding.part() == part && SignatureCheck.isAboutValue(finding))
        .reduce(
            (one, other) -> {
              throw new AssertionError("expected one finding, got two: " + one + ", " + other);
            })
        .orElseThrow();
  }
}
