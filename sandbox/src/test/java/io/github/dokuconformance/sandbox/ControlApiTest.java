package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.signature.MerchantSecret;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ControlApiTest {
  private static final String OTHER = "MCH-TEST-0002";
  private final Sandbox sandbox =
      TestMerchant.start(
          TestMerchant.options()
              .merchant(OTHER, MerchantSecret.of("SK-TEST-other-NOT-A-SECRET"))
              .keptExchanges(3));
  private final TestMerchant merchant = new TestMerchant(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void setsAndMovesTheClock() {
    Reply set = merchant.control("PUT", "/clock", "{\"now\":\"2030-01-01T00:00:00Z\"}");
    Reply moved = merchant.control("PUT", "/clock", "{\"advance\":\"PT6H\"}");

    assertThat(Instant.parse(set.text("/now")))
        .isBetween("2030-01-01T00:00:00Z", "2030-01-01T00:01:00Z");
    assertThat(Instant.parse(moved.text("/now")))
        .isBetween("2030-01-01T06:00:00Z", "2030-01-01T06:01:00Z");
    assertThat(merchant.order("INV-1").assertGenuine().status()).isEqualTo(200);
  }

  @Test
  void saysAtItsAddressWhatItIsAndHowItIsSteered() throws Exception {
    HttpClient client = HttpClient.newHttpClient();

    HttpResponse<String> page =
        client.send(
            HttpRequest.newBuilder(sandbox.url().resolve("/")).build(), BodyHandlers.ofString());

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(page.body())
        .contains("It is not DOKU", "curl " + sandbox.url() + "/_sandbox/faults\n");
    assertThat(page.body().lines()).allMatch(line -> line.length() <= 80);
    assertThat(sandbox.exchanges()).isEmpty();
  }

  static List<Arguments> mistakes() {
    return List.of(
        argumentSet("no such route", "GET", "/nothing", "", 404, "POST /_sandbox/reset"),
        argumentSet("another method", "GET", "/reset", "", 404, "GET /_sandbox/reset"),
        argumentSet("no such order", "POST", "/orders/INV-9/pay", "", 404, "\"INV-9\""),
        argumentSet(
            "no such event", "POST", "/orders/INV-1/refund", "", 404, "pay, fail or expire"),
        argumentSet("an order paid twice", "POST", "/orders/INV-1/pay", "", 409, "PENDING"),
        argumentSet("bad escape", "POST", "/orders/%ff%zz/pay", "", 400, "400"),
        argumentSet("no clock", "PUT", "/clock", "{}", 400, "exactly one"),
        argumentSet(
            "two clocks",
            "PUT",
            "/clock",
            "{\"now\":\"2030-01-01T00:00:00Z\",\"advance\":\"PT1H\"}",
            400,
            "both"),
        argumentSet("no instant", "PUT", "/clock", "{\"now\":\"noon\"}", 400, "\"noon\""),
        argumentSet("no duration", "PUT", "/clock", "{\"advance\":\"6h\"}", 400, "PT6H"),
        argumentSet(
            "too far",
            "PUT",
            "/clock",
            "{\"advance\":\"PT9999999999999999999H\"}",
            400,
            "expected now"),
        argumentSet("a number", "PUT", "/clock", "{\"now\":1}", 400, "as a string"),
        argumentSet("not JSON", "PUT", "/clock", "noon", 400, "JSON object"),
        argumentSet("unknown member", "PUT", "/clock", "{\"time\":\"x\"}", 400, "\"time\""),
        argumentSet("no fault", "POST", "/faults", "{}", 400, "\"fault\""),
        argumentSet("unknown fault", "POST", "/faults", "{\"fault\":\"x\"}", 400, "\"x\""),
        argumentSet(
            "unknown operation",
            "POST",
            "/faults",
            "{\"fault\":\"response.wrong-key\",\"operation\":\"pay\"}",
            400,
            "akulaku.refund"),
        argumentSet(
            "a fault for an operation that it can't act on",
            "POST",
            "/faults",
            "{\"fault\":\"order.failed\",\"operation\":\"akulaku.refund\"}",
            400,
            "order.failed"),
        argumentSet(
            "no times",
            "POST",
            "/faults",
            "{\"fault\":\"response.wrong-key\",\"times\":0}",
            400,
            "at least 1"),
        argumentSet("no URL", "PUT", "/notification-url", "{\"url\":\"here\"}", 400, "\"here\""),
        argumentSet(
            "a file", "PUT", "/notification-url", "{\"url\":\"file:///etc/passwd\"}", 400, "http"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void saysWhatWasWantedAndWhatCame(
      String method, String path, String body, int status, String said) {
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");

    Reply reply = path.contains("%zz") ? raw(method, path) : merchant.control(method, path, body);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(path.contains("%zz") ? reply.text() : reply.text("/error/message")).contains(said);
    assertThat(merchant.control("GET", "", "").status()).isEqualTo(200);
  }

  /** What is no URI never gets as far as the control API. */
  private Reply raw(String method, String path) {
    try (var socket = new java.net.Socket(sandbox.url().getHost(), sandbox.port())) {
      String head = method + " /_sandbox" + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readNBytes(40), UTF_8);
      return new Reply(
          io.github.dokuconformance.message.Exchange.of(
              "raw",
              new Request(method, Target.of(path), Headers.none(), Body.none()),
              new io.github.dokuconformance.message.Response(
                  Integer.parseInt(answer.substring(9, 12)), Headers.none(), Body.ofUtf8(answer))),
          io.github.dokuconformance.signature.SigningKey.of(TestMerchant.SECRET));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void asksWhichMerchantIsMeant() {
    merchant.order("INV-1");
    new TestMerchant(sandbox, OTHER, MerchantSecret.of("SK-TEST-other-NOT-A-SECRET"))
        .order("INV-1");

    Reply unclear = merchant.control("POST", "/orders/INV-1/pay", "");
    Reply clear = merchant.control("POST", "/orders/INV-1/pay?client_id=" + OTHER, "");

    assertThat(unclear.status()).isEqualTo(409);
    assertThat(clear.text("/client_id")).isEqualTo(OTHER);
    assertThat(merchant.status("INV-1").text("/transaction/status")).isEqualTo("PENDING");
  }

  @Test
  void listsTheLastExchangesWithTheirFindings() throws Exception {
    merchant.order("INV-1");
    merchant.status("INV-none");
    merchant.sending("GET", "/nowhere", Body.none()).send();
    merchant.order("INV-2");

    List<String> lines = merchant.control("GET", "/exchanges", "").text().lines().toList();

    assertThat(lines).hasSize(3);
    JsonNode line = JsonMapper.shared().readTree(lines.get(1));
    assertThat(line.at("/source").asString()).isEqualTo("#3 GET /nowhere");
    assertThat(line.at("/findings/0/code").asString()).isEqualTo("operation.unknown");
    var exchange = ExchangeJson.read(line.path("exchange").toString().getBytes(UTF_8), "lines");
    assertThat(exchange.response().orElseThrow().status()).isEqualTo(404);
    assertThat(sandbox.summary().notes()).anyMatch(note -> note.startsWith("1 exchanges"));
  }

  @Test
  void countsWhatWasExercised() {
    merchant.order("INV-1");
    merchant.status("INV-1");

    JsonNode summary = merchant.control("GET", "/summary", "").json();

    assertThat(summary.at("/exchanges").asInt()).isEqualTo(2);
    assertThat(summary.at("/outcomes").propertyNames())
        .containsExactly("akulaku.generate-order:pending", "orders.check-status:pending");
  }

  @Test
  void showsNoSecret() {
    merchant.order("INV-1");

    for (String path : List.of("", "/exchanges", "/summary", "/faults")) {
      assertThat(merchant.control("GET", path, "").text()).doesNotContain("SK-TEST");
    }
  }

  @Test
  void letsNoOtherSitesPageSteerIt() {
    Request foreign =
        new Request(
            "POST",
            Target.of("/_sandbox/reset"),
            Headers.of("Origin", "https://evil.example"),
            Body.none());

    assertThat(merchant.exchange(foreign).status()).isEqualTo(403);
  }
}
