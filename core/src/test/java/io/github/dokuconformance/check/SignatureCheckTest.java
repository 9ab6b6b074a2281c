package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is said of each state a signature can be in, and where. */
class SignatureCheckTest {
  private static final String OTHER = "HMACSHA256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  @Test
  void aRightOneIsValidAndSilent() {
    CheckResult result = Draft.order().check();

    assertThat(result.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.VALID);
    assertThat(result.signature(Part.REQUEST).verification()).isPresent();
    assertThat(result.signature(Part.RESPONSE).status()).isEqualTo(SignatureStatus.VALID);
    assertThat(signature(result)).isEmpty();
  }

  @Test
  void aWrongOneIsInvalidAndNoExpectedOneIsShown() {
    CheckResult request = Draft.order().header("Signature", OTHER).check();
    CheckResult response = Draft.order().responseHeader("Signature", OTHER).check();

    assertThat(request.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.INVALID);
    assertThat(response.signature(Part.RESPONSE).status()).isEqualTo(SignatureStatus.INVALID);
    Finding ofRequest = only(request, "signature.mismatch");
    Finding ofResponse = only(response, "signature.mismatch");
    assertThat(ofRequest.facts())
        .containsEntry(Finding.GOT, OTHER)
        .doesNotContainKey(Finding.WANTED);
    assertThat(ofRequest.at()).isEqualTo("Signature");
    assertThat(SignatureCheck.isAboutValue(ofRequest)).isTrue();
    assertThat(ofRequest.part()).isEqualTo(Part.REQUEST);
    assertThat(ofResponse.part()).isEqualTo(Part.RESPONSE);
    assertThat(ofRequest.source().toString()).contains("request header");
    assertThat(ofResponse.source().toString()).contains("response header");
  }

  @Test
  void whoOwnsTheKeyAndAsksIsShownTheExpectedOne() {
    Draft draft = Draft.order().header("Signature", OTHER);
    CheckResult result = Check.check(draft.exchange(), draft.context().showingExpectedSignature());

    assertThat(only(result, "signature.mismatch").facts().get(Finding.WANTED))
        .startsWith("HMACSHA256=")
        .isNotEqualTo(OTHER);
  }

  @Test
  void aPlaceholderOfThePagesIsCalledOne() {
    Draft draft = Draft.order();
    String placeholder =
        draft.context().contract().placeholders().stream()
            .filter(it -> NonSnap.SCHEME.malformation(it).isEmpty())
            .sorted()
            .findFirst()
            .orElseThrow();

    assertThat(only(draft.header("Signature", placeholder).check(), "signature.mismatch").hint())
        .contains("placeholder");
    assertThat(only(Draft.order().header("Signature", OTHER).check(), "signature.mismatch").hint())
        .doesNotContain("placeholder");
  }

  @Test
  void aMissingOneIsAbsent() {
    CheckResult request = Draft.order().withoutHeader("Signature").check();
    CheckResult response = Draft.order().withoutResponseHeader("Signature").check();

    assertThat(request.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.ABSENT);
    assertThat(response.signature(Part.RESPONSE).status()).isEqualTo(SignatureStatus.ABSENT);
    assertThat(only(request, "signature.missing").hint()).contains("Sign the message");
    assertThat(SignatureCheck.isAboutValue(only(request, "signature.missing"))).isFalse();
    assertThat(only(response, "signature.missing").hint()).contains("anybody may have sent it");
  }

  /** Whether DOKU signs an error response is not documented. */
  @Test
  void aMissingOneOfAnErrorIsNoFinding() {
    for (int status : List.of(199, 300, 400, 500)) {
      CheckResult result = Draft.order().status(status).withoutResponseHeader("Signature").check();

      assertThat(result.signature(Part.RESPONSE).status()).isEqualTo(SignatureStatus.ABSENT);
      assertThat(signature(result)).as("status " + status).isEmpty();
    }
    for (int status : List.of(200, 299)) {
      assertThat(signature(Draft.order().status(status).withoutResponseHeader("Signature").check()))
          .as("status " + status)
          .extracting(Finding::code)
          .containsExactly("signature.missing");
    }
  }

  @Test
  void aMalformedOneIsToldWithAndWithoutAKey() {
    for (UnaryOperator<Draft> keys :
        List.<UnaryOperator<Draft>>of(draft -> draft, draft -> draft.keys(KeyRing.empty()))) {
      CheckResult result = keys.apply(Draft.order().header("Signature", "HMACSHA256=!")).check();

      Finding malformed = only(result, "signature.malformed");
      assertThat(malformed.facts()).containsKey(Finding.WANTED);
      assertThat(SignatureCheck.isAboutValue(malformed)).isTrue();
    }
    // An empty header is told where headers are.
    assertThat(Draft.order().header("Signature", " ").keys(KeyRing.empty()).check().findings())
        .noneMatch(finding -> finding.code().equals("signature.malformed"));
  }

  @Test
  void isUncheckedWithoutAKeyAndSaidSoOnlyWhereOthersAreKnown() {
    CheckResult none = Draft.order().keys(KeyRing.empty()).check();
    CheckResult others = Draft.order().keys(KeyRing.of("MCH-OTHER", Samples.KEY)).check();

    assertThat(none.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.UNCHECKED);
    assertThat(others.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.UNCHECKED);
    assertThat(signature(none)).isEmpty();
    assertThat(only(others, "signature.no-secret").facts().get(Finding.GOT))
        .contains("MCH-FAKE-0001");
  }

  /** A key pair signs nothing of Non-SNAP: it takes a secret. */
  @Test
  void aKeyOfAnotherKindIsNone() {
    CheckResult result =
        Draft.order()
            .keys(
                KeyRing.of(Map.of("MCH-FAKE-0001", MerchantKeys.none().withOwn(SnapKeys.MERCHANT))))
            .check();

    assertThat(result.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.UNCHECKED);
    assertThat(only(result, "signature.no-secret").at()).isEqualTo("Client-Id");
  }

  @Test
  void withoutAResponseThereIsNothingToCheckInOne() {
    CheckResult result = Draft.order().noResponse().check();

    assertThat(result.signature(Part.RESPONSE)).isEqualTo(SignatureResult.UNCHECKED);
    assertThat(signature(result)).isEmpty();
  }

  /** A request to no operation, without any of DOKU's headers, is none of ours. */
  @Test
  void whatIsNotDokusNeedsNoSignature() {
    Draft stranger =
        Draft.to("/elsewhere", "{}", "{}")
            .headers(headers -> Headers.of("Host", "a.example"))
            .withoutResponseHeader("Signature");

    assertThat(signature(stranger.check())).isEmpty();
    assertThat(signature(Draft.to("/elsewhere", "{}", "{}").withoutHeader("Signature").check()))
        .extracting(Finding::code)
        .contains("signature.missing");
  }

  /** OVO's requests ask for no signature; one that is there is looked at all the same. */
  @Test
  void oneThatNobodyAskedForIsJudged() {
    CheckResult without = Draft.ovo().withoutHeader("Signature").check();
    CheckResult with = Draft.ovo().header("Signature", OTHER).check();

    assertThat(without.signature(Part.REQUEST)).isEqualTo(SignatureResult.UNCHECKED);
    assertThat(signature(without)).isEmpty();
    assertThat(with.signature(Part.REQUEST).status()).isNotEqualTo(SignatureStatus.ABSENT);
    assertThat(with.signature(Part.RESPONSE)).isEqualTo(SignatureResult.UNCHECKED);
  }

  @Test
  void isLookedForWhereOneOfTheMessagesIsSigned() {
    Contract contract = Contract.bundled();

    assertThat(SignatureCheck.types())
        .extracting(FindingType::code)
        .containsExactly(
            "signature.missing",
            "signature.malformed",
            "signature.mismatch",
            "signature.reading",
            "signature.no-secret");
    for (FindingType type : SignatureCheck.types()) {
      assertThat(contract.operations())
          .allSatisfy(
              operation ->
                  assertThat(SignatureCheck.scope(type).off(operation).isPresent())
                      .isEqualTo(
                          !operation.isSigned(Part.REQUEST) && !operation.isSigned(Part.RESPONSE)));
    }
  }

  @Test
  void ofSnapIsJudgedByItsOwnHeaderAndPage() {
    CheckResult own = Draft.snap("snap.va.create").check();

    assertThat(own.signature(Part.REQUEST).status()).isEqualTo(SignatureStatus.VALID);
    assertThat(Draft.snap("snap.va.create").header("X-SIGNATURE", "!").check().findings())
        .filteredOn(finding -> finding.code().equals("signature.malformed"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.at()).isEqualTo("X-SIGNATURE");
              assertThat(finding.source().toString()).doesNotContain("from request header");
            });
  }

  private static Finding only(CheckResult result, String code) {
    List<Finding> found = signature(result);
    assertThat(found).extracting(Finding::code).containsExactly(code);
    return found.get(0);
  }

  private static List<Finding> signature(CheckResult result) {
    return result.findings().stream()
        .filter(finding -> finding.code().startsWith("signature."))
        .toList();
  }
}
