package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.snap.SnapMistake;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** The vectors of SNAP name the mistake behind each wrong signature; the diagnosis must too. */
class SnapVectorsExplainedTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);
  private static final VectorSuite SUITE = VectorSuite.bundled();
  private static final String OTHER = "snap-other";

  /** What the senders of the vectors mixed up with the token of the message. */
  private static final Map<String, String> TOKENS =
      Map.of(
          "outbound", "TOKEN-THAT-DOKU-ISSUED.e30.c2ln", "earlier", "TOKEN-OF-YESTERDAY.e30.c2ln");

  @ParameterizedTest
  @MethodSource("vectors")
  void explainsTheVectorByItsFlag(TestCase vector, SnapMistake code) {
    Diagnosis diagnosis = Diagnoser.diagnose(input(vector), SINGLES);

    assertThat(Explanations.of(diagnosis))
        .anySatisfy(codes -> assertThat(codes).containsExactly(code));
  }

  static Stream<Arguments> vectors() {
    return SUITE.cases().stream()
        .filter(vector -> vector.operation() == VectorOperation.VERIFY && vector.twin().isPresent())
        .flatMap(
            vector ->
                code(vector.flags().get(0)).stream()
                    .map(code -> argumentSet(vector.id(), vector, code)));
  }

  private static Optional<SnapMistake> code(String flag) {
    return Arrays.stream(SnapMistake.values()).filter(it -> it.code().equals(flag)).findFirst();
  }

  @Test
  void hasAVectorForEachCode() {
    EnumSet<SnapMistake> codes = EnumSet.allOf(SnapMistake.class);
    vectors().forEach(arguments -> codes.remove(arguments.get()[1]));

    assertThat(codes).isEmpty();
  }

  private static DiagnosisInput input(TestCase vector) {
    var reader = io.github.dokuconformance.vectors.harness.AdapterRequest.of(vector, SUITE);
    Headers headers =
        new Headers(
            reader.headers().stream()
                .map(field -> new Header(field.getKey(), field.getValue()))
                .toList());
    Request request =
        new Request(
            reader.text("/message/method").orElseThrow(),
            Target.of(reader.text("/message/target").orElseThrow()),
            headers,
            Body.of(reader.bytes("/message/body")));
    MerchantKeys keys =
        MerchantKeys.of(MerchantSecret.of(reader.secret()))
            .withOwn(AsymmetricKey.ofPem(reader.text("/key/privateKey").orElseThrow()));
    for (Map.Entry<String, String> token : TOKENS.entrySet()) {
      keys = keys.withToken(token.getKey(), AccessToken.of(token.getValue()));
    }
    ObjectNode other = SUITE.key(OTHER);
    MerchantKeys others =
        MerchantKeys.of(MerchantSecret.of(other.required("secret").required("utf8").stringValue()))
            .withOwn(AsymmetricKey.ofPem(other.required("publicKey").stringValue()));
    return DiagnosisInput.of(
            Schemes.bundled().find(reader.text("/scheme").orElseThrow()).orElseThrow(),
            SignedMessage.request(request),
            keys)
        .withOthers(Map.of(other.required("clientId").stringValue(), others));
  }
}
