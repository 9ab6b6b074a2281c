package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapDiagnosis;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The vectors name the mistake behind each wrong signature; the diagnosis must name it too. */
class VectorsExplainedTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);

  /** It could be the beginning of any MAC in 256. */
  private static final String ONE_BYTE = "verify/signature/truncated-1";

  private static final List<String> PATHS =
      List.of(
          "/akulaku-peer-to-peer/v2/generate-order",
          "/akulaku-peer-to-peer/v2/cancel",
          "/akulaku-peer-to-peer/v2/refund");

  @ParameterizedTest
  @MethodSource("vectors")
  void explainsTheVectorByItsFlag(TestCase vector, NonSnapMistake code) {
    Diagnosis diagnosis = Diagnoser.diagnose(input(vector, code), SINGLES);

    assertThat(Explanations.of(diagnosis))
        .anySatisfy(
            codes -> assertThat(codes).containsExactlyInAnyOrderElementsOf(made(vector, code)));
  }

  /**
   * One wrong prefix names another algorithm and is followed by a MAC of that algorithm; the
   * checksum of a body is in hex.
   */
  private static List<NonSnapMistake> made(TestCase vector, NonSnapMistake code) {
    if (code == NonSnapMistake.BODY_CHECKSUM) {
      return List.of(code, NonSnapMistake.SIGNATURE_ENCODING_HEX);
    }
    return vector.id().endsWith("prefix-other-algorithm")
        ? List.of(code, NonSnapMistake.SIGNATURE_ALGORITHM)
        : List.of(code);
  }

  @Test
  void claimsNothingOfASignatureOfOneByte() {
    TestCase vector = VectorSuite.bundled().find(ONE_BYTE).orElseThrow();

    assertThat(Diagnoser.diagnose(input(vector, NonSnapMistake.SIGNATURE_TRUNCATED), SINGLES))
        .isInstanceOf(Diagnosis.Unexplained.class);
  }

  static Stream<Arguments> vectors() {
    return VectorSuite.bundled().cases().stream()
        .filter(vector -> vector.operation() == VectorOperation.VERIFY)
        .filter(vector -> !vector.expected().path("valid").asBoolean())
        .filter(vector -> !vector.id().equals(ONE_BYTE))
        .flatMap(
            vector ->
                NonSnapMistake.of(vector.flags().get(0)).stream()
                    .map(code -> argumentSet(vector.id(), vector, code)));
  }

  @Test
  void hasAVectorForEachCode() {
    EnumSet<NonSnapMistake> codes = EnumSet.allOf(NonSnapMistake.class);
    vectors().forEach(arguments -> codes.remove(arguments.get()[1]));

    assertThat(codes).isEmpty();
  }

  private static DiagnosisInput input(TestCase vector, NonSnapMistake code) {
    var reader = reader(vector);
    Target target = Target.of(reader.text("/message/target").orElseThrow());
    Headers headers = headers(reader);
    Body body = Body.of(reader.bytes("/message/body"));
    MerchantSecret secret = MerchantSecret.of(reader.secret());
    DiagnosisInput input;
    if (reader.text("/message/kind").orElseThrow().equals("response")) {
      Response response =
          new Response(vector.input().path("message").path("status").asInt(), headers, body);
      input =
          DiagnosisInput.of(
              NonSnapDiagnosis.INSTANCE,
              SignedMessage.response(answered(target), response),
              MerchantKeys.of(secret));
    } else {
      String method = reader.text("/message/method").orElseThrow();
      boolean notification = code == NonSnapMistake.TARGET_NOT_OWN_PATH;
      Headers withHost =
          headers
              .with("Host", notification ? "merchant.example" : "api-sandbox.doku.com")
              .with("Authorization", "Bearer test-access-token");
      Request request = new Request(method, target, withHost, body);
      input =
          notification
              ? DiagnosisInput.of(
                  NonSnapDiagnosis.INSTANCE,
                  SignedMessage.notification(request),
                  MerchantKeys.of(secret))
              : DiagnosisInput.of(
                  NonSnapDiagnosis.INSTANCE,
                  SignedMessage.request(request),
                  MerchantKeys.of(secret));
    }
    MerchantSecret other = MerchantSecret.of("SK-TEST-merchant-b-NOT-A-SECRET");
    return input
        .withOthers(Map.of("BRN-TEST-0002", MerchantKeys.of(other)))
        .withOtherTargets(PATHS);
  }

  /** The request that the responses of the vectors answer. */
  private static Request answered(Target target) {
    String asked =
        target.path().startsWith("/checkout/")
            ? "checkout-payment"
            : target.path().endsWith("/inquiries") ? "va-inquiry" : "generate-order";
    var valid = reader(VectorSuite.bundled().find("verify/" + asked + "/valid").orElseThrow());
    Headers headers = headers(valid);
    // What verify/response/other-request-id was signed with.
    Headers sent =
        target.path().endsWith("/cancel")
            ? headers.with("Request-Id", "09e0defe-a071-45b3-9feb-ac134374628c")
            : headers;
    return new Request("POST", target, sent, Body.of(valid.bytes("/message/body")));
  }

  private static Headers headers(io.github.dokuconformance.vectors.harness.AdapterRequest reader) {
    return new Headers(
        reader.headers().stream()
            .map(field -> new Header(field.getKey(), field.getValue()))
            .toList());
  }

  private static io.github.dokuconformance.vectors.harness.AdapterRequest reader(TestCase vector) {
    ObjectNode input = vector.input().deepCopy();
    input.set("key", VectorSuite.bundled().key(input.path("key").stringValue()));
    return new io.github.dokuconformance.vectors.harness.AdapterRequest(
        vector.id(), vector.operation(), input);
  }
}
