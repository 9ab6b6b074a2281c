package io.github.dokuconformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a card notification that was captured from DOKU's sandbox settles. Its signature verified
 * with the key that was printed beside it; what stands here is its twin, signed with a fake key.
 */
class CapturedNotificationTest {
  private static final String BODY =
      Samples.text("cards.notification/request-authorize-signed.json");
  private static final JsonNode HEADERS =
      Samples.json("cards.notification/request-headers-authorize-signed.json");
  private static final KeyRing KEYS =
      KeyRing.of(SigningKey.of(MerchantSecret.of("SK-FAKE-conformance-0001")));

  @Test
  void isSignedOverThePathOfTheUrlThatTheOrderAskedFor() {
    String override =
        Samples.parse(BODY).at("/additional_info/override_notification_url").asString();

    assertThat(status(check(URI.create(override).getPath(), BODY)))
        .isEqualTo(SignatureStatus.VALID);
    assertThat(status(check("/payments/notifications", BODY))).isEqualTo(SignatureStatus.INVALID);
  }

  @Test
  void isSignedOverTheBytesOfTheBody() {
    assertThat(status(check(path(), Samples.parse(BODY).toPrettyString())))
        .isEqualTo(SignatureStatus.INVALID);
  }

  @Test
  void isACardNotificationThatNothingIsWrongWith() {
    CheckResult result = check(path(), BODY);

    assertThat(result.operation().map(Operation::id)).contains("cards.notification");
    assertThat(result.findings())
        .filteredOn(finding -> finding.severity() != Severity.NOTE)
        .isEmpty();
  }

  @Test
  void bringsAnAuthorisedCardAsPending() {
    JsonNode transaction = Samples.parse(BODY).path("transaction");

    assertThat(transaction.path("type").asString()).isEqualTo("AUTHORIZE");
    assertThat(transaction.path("status").asString()).isEqualTo("PENDING");
  }

  @Test
  void hasARequestIdThatIsNoUuid() {
    assertThat(HEADERS.path("Request-Id").asString()).matches("CREDIT_CARD[0-9]{64}");
  }

  /** The client that captured it sends a Digest header with each request, and DOKU answers. */
  @Test
  void digestHeaderBesideTheOthersChangesNothing() {
    List<Finding> findings = check(path(), BODY, new Header("Digest", "G+9N")).findings();

    assertThat(findings).filteredOn(finding -> finding.severity() == Severity.ERROR).isEmpty();
  }

  private static String path() {
    return "/v1/payments/doku/card/notification";
  }

  private static SignatureStatus status(CheckResult result) {
    return result.requestSignature().status();
  }

  private static CheckResult check(String path, String body, Header... more) {
    List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", "application/json")));
    HEADERS
        .properties()
        .forEach(header -> headers.add(new Header(header.getKey(), header.getValue().asString())));
    headers.addAll(List.of(more));
    Request request =
        new Request("POST", Target.of(path), new Headers(headers), Body.of(body.getBytes(UTF_8)));
    return Check.check(
        new Exchange("captured", Optional.empty(), request, Optional.empty(), Optional.empty()),
        CheckContext.nothing().withKeys(KEYS));
  }
}
