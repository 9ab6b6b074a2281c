package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signatures of SNAP that others have published verify, or are wrong for the reason that is told.
 */
class SnapPublishedTest {
  static Stream<Arguments> published() {
    List<Arguments> all = new ArrayList<>();
    JsonMapper.shared()
        .readTree(SnapKeys.pem("published.json"))
        .path("signatures")
        .forEach(each -> all.add(argumentSet(each.path("name").asString(), each)));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("published")
  void verifiesOrIsExplained(JsonNode published) {
    DiagnosisInput input = input(published);
    boolean right = published.path("mistake").isMissingNode();

    Diagnosis diagnosis = Diagnoser.diagnose(input, Budget.standard().withHypotheses(20_000));

    assertThat(input.scheme().scheme().verify(input.signed(), input.keys()).isValid())
        .isEqualTo(right);
    if (right) {
      assertThat(diagnosis).isInstanceOf(Diagnosis.Valid.class);
    } else {
      assertThat(Explanations.of(diagnosis).get(0))
          .extracting(MistakeCode::code)
          .containsExactly(published.path("mistake").asString());
    }
  }

  private static DiagnosisInput input(JsonNode published) {
    String scheme = published.path("scheme").asString();
    String clientId = published.path("clientId").asString();
    Headers headers =
        scheme.equals("snap.token")
            ? Headers.of("X-CLIENT-KEY", clientId)
            : Headers.of(
                "Authorization",
                "Bearer " + published.path("token").asString(),
                "X-PARTNER-ID",
                clientId);
    Request request =
        new Request(
            published.path("method").asString(),
            Target.of(published.path("path").asString()),
            headers
                .with("X-TIMESTAMP", published.path("timestamp").asString())
                .with("X-SIGNATURE", published.path("signature").asString()),
            Body.ofUtf8(published.path("body").asString()));
    MerchantKeys keys =
        published.path("secret").isString()
            ? MerchantKeys.of(MerchantSecret.of(published.path("secret").asString()))
            : MerchantKeys.of(AsymmetricKey.ofPem(published.path("publicKey").asString()));
    return DiagnosisInput.of(
        Schemes.bundled().find(scheme).orElseThrow(), SignedMessage.request(request), keys);
  }

  /** What DOKU's pages print beside many different messages can't be a signature of them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "85be817c55b2c135157c7e89f52499bf0c25ad6eeebe04a986e8c862561b19a5",
        "Pxlv2IIUVdlzdUnbSQqug8YeghmKXJ7Rw5P4xBOOB/tC457UsoZXkO4S1R3oszVcjZDSh38+=="
      })
  void saysThatAPlaceholderHasNotTheFormOfASignature(String placeholder) {
    for (SchemeDiagnosis scheme : Schemes.bundled().all()) {
      assertThat(scheme.scheme().malformation(placeholder)).isPresent();
    }
  }
}
