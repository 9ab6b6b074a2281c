package io.github.dokuconformance.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the suite must hold, whoever changes it. */
class CoverageTest {
  private static final VectorSuite SUITE = VectorSuite.bundled();

  @Test
  void everyMistakeCodeIsTheDefectOfAVerifyCase() throws IOException {
    Set<String> defects =
        SUITE.cases().stream()
            .filter(CoverageTest::isNegativeVerify)
            .map(testCase -> testCase.flags().get(0))
            .collect(Collectors.toSet());

    assertThat(mistakeCodes())
        .hasSizeGreaterThan(60)
        .allSatisfy(c -> assertThat(defects).contains(c));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create-va",
        "update-va",
        "delete-va",
        "payment",
        "notification",
        "token",
        "customer-token",
        "rsa-payment"
      })
  void everyMessageOfSnapIsCanonicalizedSignedAndVerified(String message) {
    assertCanonicalizedSignedAndVerified("snap-" + message);
  }

  @Test
  void agreesWithWhatOthersPublishedOfSnap() {
    assertThat(stage("digest/snap-minify/documented", "digest"))
        .isEqualTo("3274fab8dac896837b106a16da2a974e7e65142dcecb4b768ef0294102838977");
    assertThat(stage("digest/snap-minify/documented-minified", "digest"))
        .isEqualTo("3274fab8dac896837b106a16da2a974e7e65142dcecb4b768ef0294102838977");
    assertThat(stage("sign/snap-published/symmetric", "signature"))
        .isEqualTo(
            "wmzT7yjg1SxxCsxNsFgCR9SYXiZGGbceF6fV8xe97sAMHxZ+7OEBMIBmvb6Sj6GcksGp3iv77DiomgSbcST3XQ==");
  }

  @Test
  void saysOfEachKeyThatItIsThrownAway() {
    for (String key : List.of("snap-merchant", "snap-other", "snap-doku", "snap-3072")) {
      assertThat(SUITE.key(key).required("note").stringValue()).contains("NOT A SECRET");
    }
  }

  @Test
  void everyDefectHasAHint() {
    assertThat(SUITE.cases())
        .filteredOn(CoverageTest::isNegativeVerify)
        .allSatisfy(testCase -> assertThat(SUITE.flag(testCase.flags().get(0)).hint()).isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "generate-order",
        "cancel",
        "refund",
        "check-status",
        "notification",
        "generate-order-response",
        "cancel-response",
        "refund-response"
      })
  void everyMessageOfTheContractIsCanonicalizedSignedAndVerified(String message) {
    assertCanonicalizedSignedAndVerified(message);
  }

  private static void assertCanonicalizedSignedAndVerified(String message) {
    for (String operation : List.of("canonicalize", "sign", "verify")) {
      assertThat(SUITE.find(operation + "/" + message + "/valid")).isPresent();
    }
  }

  @Test
  void mustCasesExistForEveryOperation() {
    Set<String> operations =
        SUITE.cases().stream()
            .filter(testCase -> testCase.requirement() == RequirementLevel.MUST)
            .map(testCase -> testCase.operation().id())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(operations).containsExactly("canonicalize", "digest", "sign", "validate", "verify");
  }

  @Test
  void agreesWithWhatOthersPublished() {
    assertThat(stage("digest/known/empty", "digest"))
        .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    assertThat(stage("digest/known/abc", "digest"))
        .isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    assertThat(stage("digest/known/empty-object", "digest"))
        .isEqualTo("RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=");
    assertThat(hex(stage("digest/known/snap-minified", "digest")))
        .isEqualTo("3274fab8dac896837b106a16da2a974e7e65142dcecb4b768ef0294102838977");
    assertThat(hex(stage("digest/known/third-party-b", "digest")))
        .isEqualTo("8c9efb4f08552326b1dedea735afe9e89f3714ae7889121a8a57dd5fa3001f91");
    assertThat(stage("verify/notification/third-party-a", "digest"))
        .isEqualTo("TpE3HlrSZ+aLdRFkZiaB5nqQEJ8Y1/Ul2drrzSgr5+g=");
    assertThat(stage("verify/notification/third-party-a", "signature"))
        .isEqualTo("HMACSHA256=CFtMHaJ0kuaYXS8e/7oKDm2AftWdpv4cJRVtrZXhBTs=");
  }

  @Test
  void shortFormOfALargeBodyIsExpanded() {
    TestCase large = SUITE.find("digest/large/one-mebibyte").orElseThrow();

    String body = large.input().required("body").required("utf8").stringValue();

    assertThat(body.getBytes(UTF_8)).hasSize(1 << 20);
    assertThat(body).startsWith("{\"note\":\"xxx").endsWith("xxx\"}");
  }

  private static boolean isNegativeVerify(TestCase testCase) {
    return testCase.operation() == VectorOperation.VERIFY && testCase.twin().isPresent();
  }

  private static String stage(String id, String stage) {
    return SUITE.find(id).orElseThrow().expected().required("stages").required(stage).stringValue();
  }

  private static String hex(String base64) {
    return java.util.HexFormat.of().formatHex(java.util.Base64.getDecoder().decode(base64));
  }

  private static List<String> mistakeCodes() throws IOException {
    try (InputStream stream = CoverageTest.class.getResourceAsStream("mistake-codes.txt")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8).lines().toList();
    }
  }
}
