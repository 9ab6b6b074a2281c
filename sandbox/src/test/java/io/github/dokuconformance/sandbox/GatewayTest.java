package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.sandbox.TestMerchant.Sending;
import io.github.dokuconformance.schemas.ContractFiles;
import io.github.dokuconformance.signature.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What DOKU's gateway refuses, in its order and with its bodies. */
class GatewayTest {
  private static Sandbox sandbox;
  private static TestMerchant merchant;

  @BeforeAll
  static void start() {
    sandbox = TestMerchant.start();
    merchant = new TestMerchant(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  /** Each mistake leaves those before it mended, and all that come after it wrong as well. */
  static List<Arguments> gateway() {
    String stale = "2001-01-01T00:00:00Z";
    return List.of(
        argumentSet(
            "no header",
            wrong("response-a-missing-client-id", s -> s.headers(h -> Headers.none()))),
        argumentSet(
            "Client-Id alone",
            wrong("response-a-missing-request-id", s -> s.headers(h -> only(h, "Client-Id")))),
        argumentSet(
            "no Request-Timestamp",
            wrong(
                "response-a-missing-request-timestamp",
                s -> s.headers(h -> only(h, "Client-Id", "Request-Id")))),
        argumentSet(
            "no Signature, and a malformed timestamp",
            wrong(
                "response-a-missing-signature",
                s -> s.timestamp("now").headers(h -> h.without("Signature")))),
        argumentSet(
            "a malformed timestamp, and another Client-Id",
            wrong(
                "response-a-request-timestamp-format",
                s -> s.timestamp("2026-09-21 03:30:00").client("MCH-NOBODY"))),
        argumentSet(
            "a stale timestamp, and another Client-Id",
            wrong(
                "response-a-request-time-out-of-range",
                s -> s.timestamp(stale).client("MCH-NOBODY"))),
        argumentSet(
            "another Client-Id, and a wrong signature",
            wrong(
                "response-a-invalid-client-id",
                s -> s.client("MCH-NOBODY").headers(h -> h.with("Signature", "HMACSHA256=AA==")))),
        argumentSet(
            "a body altered after signing, and wrong besides",
            wrong(
                "response-a-invalid-signature",
                s -> s.alter(b -> Body.ofUtf8(b.toDisplayText().replace("90000", "-1"))))),
        argumentSet(
            "a signature in hex",
            wrong(
                "response-a-invalid-signature",
                s -> s.headers(h -> h.with("Signature", "HMACSHA256=" + "ab".repeat(32))))),
        argumentSet(
            "a repeated Request-Id",
            wrong("response-a-invalid-signature", s -> s.headers(h -> again(h, "Request-Id")))),
        argumentSet(
            "an empty Client-Id",
            wrong("response-a-missing-client-id", s -> s.headers(h -> h.with("Client-Id", "")))));
  }

  private static Wrong wrong(String example, UnaryOperator<Sending> mistake) {
    return new Wrong("errors/" + example + ".json", mistake);
  }

  private record Wrong(String example, UnaryOperator<Sending> mistake) {}

  private static Headers only(Headers headers, String... names) {
    return new Headers(
        headers.list().stream().filter(header -> List.of(names).contains(header.name())).toList());
  }

  private static Headers again(Headers headers, String name) {
    List<Header> list = new ArrayList<>(headers.list());
    list.add(new Header(name, headers.first(name).orElseThrow()));
    return new Headers(list);
  }

  @ParameterizedTest
  @MethodSource("gateway")
  void refusesTheFirstMistakeWithDokusBody(Wrong wrong) {
    Sending sending =
        merchant.post(TestMerchant.ORDER, TestMerchant.orderBody("INV-" + System.nanoTime()));

    Reply reply = wrong.mistake().apply(sending).send();

    JsonNode example = new JsonMapper().readTree(sample(wrong.example()));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("/error/message")).isEqualTo(example.at("/error/message").asString());
    assertThat(reply.text("/error/type")).isEqualTo("invalid_request_error");
    if (!example.at("/error/code").asString().startsWith("(")) {
      assertThat(reply.json()).isEqualTo(example);
    }
    assertThat(reply.response().headers().first("Signature")).isEmpty();
  }

  @Test
  void takesATimestampAtTheEdgeOfTheWindowByItsOwnClock() {
    String early = Timestamps.format(sandbox.clock().now().minusSeconds(3590));
    String late = Timestamps.format(sandbox.clock().now().plusSeconds(3590));

    assertThat(status(early).status()).isEqualTo(404);
    assertThat(status(late).status()).isEqualTo(404);
    assertThat(
            status(Timestamps.format(sandbox.clock().now().minusSeconds(3610))).text("/error/code"))
        .isEqualTo("request_time_out_of_range");
    assertThat(
            status(Timestamps.format(sandbox.clock().now().plusSeconds(3610))).text("/error/code"))
        .isEqualTo("request_time_out_of_range");
  }

  private static Reply status(String timestamp) {
    return merchant
        .sending("GET", TestMerchant.STATUS + "INV-none", Body.none())
        .timestamp(timestamp)
        .send();
  }

  static List<Arguments> bodies() {
    return List.of(
        argumentSet("no field", "{}", 400, "/error_messages/0", "order must be filled"),
        argumentSet(
            "no invoice number",
            order().replace("\"invoice_number\":\"INV-B\",", ""),
            400,
            "/error_messages/0",
            "order.invoice_number must be filled"),
        argumentSet(
            "an amount of 0",
            order().replace("90000", "0").replace("45000", "0"),
            400,
            "/error_messages/0",
            "order.amount must greater than 0"),
        argumentSet(
            "a phone with a plus",
            order().replace("\"628", "\"+628"),
            400,
            "/error_messages/0",
            "customer.phone is invalid"),
        argumentSet(
            "a field in a list",
            order().replace("\"quantity\":2,", ""),
            400,
            "/error_messages/0",
            "order.line_items[0].quantity must be filled"),
        argumentSet(
            "a sum that does not match",
            order().replace("90000", "90001"),
            400,
            "/message/0",
            "AMOUNT NOT MATCH"),
        argumentSet("no JSON", "amount=1", 400, "/error/code", "INVALID_PARAMETER"),
        argumentSet("no body", "", 400, "/error/code", "INVALID_PARAMETER"));
  }

  private static String order() {
    return TestMerchant.orderBody("INV-B");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void refusesABodyThatIsWrongWithASignedAnswer(
      String body, int status, String pointer, String text) {
    Reply reply = merchant.post(TestMerchant.ORDER, body).send();

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text(pointer)).isEqualTo(text);
    assertThat(reply.check().responseSignature().status()).isEqualTo(SignatureStatus.VALID);
  }

  @Test
  void takesWhatNoPageOfDokusForbids() {
    String twice =
        TestMerchant.orderBody("INV-T").replace("{\"order\":", "{\"payment\":1,\"order\":");
    Reply reply =
        merchant
            .post(TestMerchant.ORDER, twice)
            .headers(h -> h.with("Content-Type", "text/plain"))
            .send();

    assertThat(reply.status()).isEqualTo(200);
  }

  static List<Arguments> endpoints() {
    return List.of(
        argumentSet("an unknown path", "POST", "/akulaku-peer-to-peer/v9/generate-order", 404),
        argumentSet("a slash too many", "POST", TestMerchant.ORDER + "/", 404),
        argumentSet("a double slash", "POST", "/" + TestMerchant.ORDER.substring(1) + "//", 404),
        argumentSet("dots", "POST", "/akulaku-peer-to-peer/v2/../v2/generate-order", 404),
        argumentSet("escaped letters", "POST", "/akulaku-peer-to-peer/v2/%67enerate-order", 404),
        argumentSet("GET for POST", "GET", TestMerchant.ORDER, 405),
        argumentSet("PUT for POST", "PUT", TestMerchant.ORDER, 405),
        argumentSet("POST for GET", "POST", TestMerchant.STATUS + "INV-1", 405));
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void refusesWhatIsNoEndpoint(String method, String path, int status) {
    Reply reply = merchant.sending(method, path, Body.none()).send();

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().isObject()).isTrue();
  }

  @Test
  void doesNotTakeANotificationForOneOfItsEndpoints() {
    String notification = sample("akulaku.notification/request-documented.json");

    Reply reply = merchant.post("/payments/notifications", notification).send();

    assertThat(reply.status()).isEqualTo(404);
  }

  @Test
  void takesThePagesOwnContradictoryForms() {
    String strings = order().replace("INV-B", "INV-S").replace(":90000", ":\"90000\"");

    Reply reply = merchant.post(TestMerchant.ORDER, strings).send().assertGenuine();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().at("/order/amount").asInt()).isEqualTo(90000);
  }

  @Test
  void holdsAnOverrideToTheConfiguredPath() {
    try (Sandbox configured =
        TestMerchant.start(
            TestMerchant.options()
                .notificationUrl(
                    java.net.URI.create("http://localhost:1/payments/notifications")))) {
      String override =
          order()
              .replace(
                  "\"customer\":",
                  "\"additional_info\":{\"override_notification_url\":\"https://x.example/other\"},"
                      + "\"customer\":");

      Reply reply = new TestMerchant(configured).post(TestMerchant.ORDER, override).send();

      assertThat(reply.text("/error_messages/0"))
          .isEqualTo("additional_info.override_notification_url is invalid");
    }
  }

  private static String sample(String example) {
    try (InputStream in = ContractFiles.open("examples/" + example)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
