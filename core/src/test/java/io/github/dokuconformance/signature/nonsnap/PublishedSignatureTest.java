package io.github.dokuconformance.signature.nonsnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Samples;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The one signature of this scheme whose key was published, and digests that anyone can look up.
 */
class PublishedSignatureTest {
  static Stream<HmacEngine> engines() {
    return Stream.of(HmacEngine.reference(), HmacEngine.fastest());
  }

  @ParameterizedTest
  @MethodSource("engines")
  void verifiesTheNotification(HmacEngine engine) throws IOException {
    JsonNode sample = read().path("notification");
    SymmetricKey key = SigningKey.of(MerchantSecret.of(text(sample, "secret")), engine);
    Request request =
        new Request(
            "POST",
            Target.of(text(sample, "request_target")),
            Headers.of(
                "Client-Id", text(sample, "client_id"),
                "Request-Id", text(sample, "request_id"),
                "Request-Timestamp", text(sample, "request_timestamp"),
                "Signature", text(sample, "signature")),
            Body.ofUtf8(text(sample, "body")));

    Stages stages =
        NonSnap.SCHEME
            .verify(SignedMessage.notification(request), MerchantKeys.of(key))
            .fold(Verification.Valid::stages, invalid -> null);

    assertThat(stages).isNotNull();
    assertThat(stages.digest()).contains(text(sample, "digest"));
    assertThat(stages.stringToSign().text()).isEqualTo(text(sample, "string_to_sign"));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void digestsKnownTexts(HmacEngine engine) throws IOException {
    JsonNode digests = read().path("digests");

    assertThat(digests).hasSize(3);
    assertThat(digests)
        .allSatisfy(
            known ->
                assertThat(NonSnap.digest(Body.ofUtf8(text(known, "body")), engine))
                    .isEqualTo(text(known, "digest")));
  }

  private static JsonNode read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            PublishedSignatureTest.class.getResourceAsStream("published.json"))) {
      return Samples.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString();
  }
}
