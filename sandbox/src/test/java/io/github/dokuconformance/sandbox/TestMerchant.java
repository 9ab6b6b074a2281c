package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A right client of the sandbox, over real HTTP, which can be told to be wrong. */
final class TestMerchant {
  static final String CLIENT_ID = "MCH-TEST-0001";
  static final MerchantSecret SECRET = MerchantSecret.of("SK-TEST-sandbox-NOT-A-SECRET");
  static final String ORDER = "/akulaku-peer-to-peer/v2/generate-order";
  static final String CANCEL = "/akulaku-peer-to-peer/v2/cancel";
  static final String REFUND = "/akulaku-peer-to-peer/v2/refund";
  static final String STATUS = "/orders/v1/status/";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final Sandbox sandbox;
  private final String clientId;
  private final SigningKey key;

  TestMerchant(Sandbox sandbox) {
    this(sandbox, CLIENT_ID, SECRET);
  }

  TestMerchant(Sandbox sandbox, String clientId, MerchantSecret secret) {
    this.sandbox = sandbox;
    this.clientId = clientId;
    this.key = SigningKey.of(secret);
  }

  static SandboxOptions.Builder options() {
    return SandboxOptions.builder().merchant(CLIENT_ID, SECRET);
  }

  static Sandbox start() {
    return start(options());
  }

  static Sandbox start(SandboxOptions.Builder options) {
    try {
      return Sandbox.start(options.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply order(String invoice) {
    return post(ORDER, orderBody(invoice)).send();
  }

  static String orderBody(String invoice) {
    return
"""
{"order":{"invoice_number":"%s","amount":90000,"line_items":[{"name":"Shirt","price":45000,\
"quantity":2,"sku":"1","category":"Shirt"}],"callback_url":"https://merchant.example/return"},\
"payment":{"merchant_unique_reference":"MUR-%s"},"customer":{"id":"C-1","name":"Anton",\
"phone":"6281122334455","address":"","city":"","state":"","postcode":"120129"}}\
"""
        .formatted(invoice, invoice);
  }

  Reply cancel(String invoice) {
    return post(CANCEL, cancelBody(invoice)).send();
  }

  static String cancelBody(String invoice) {
    return """
    {"order":{"invoice_number":"%s"},"payment":{"merchant_unique_reference":"MUR-%s",\
    "identifier":[]}}\
    """
        .formatted(invoice, invoice);
  }

  Reply refund(String invoice) {
    return refund(invoice, "REF-" + UUID.randomUUID(), "1000000001");
  }

  Reply refund(String invoice, String reference, String number) {
    return post(REFUND, refundBody(invoice, reference, number)).send();
  }

  static String refundBody(String invoice, String reference, String number) {
    return """
    {"order":{"invoice_number":"%s"},"payment":{"merchant_unique_reference":"MUR-%s",\
    "identifier":[{"name":"ORDER_ID","value":"%s"}]},\
    "refund":{"merchant_unique_reference":"%s"}}\
    """
        .formatted(invoice, invoice, number, reference);
  }

  Reply status(String name) {
    return new Sending("GET", STATUS + name, Body.none()).send();
  }

  Sending post(String path, String body) {
    return new Sending("POST", path, Body.ofUtf8(body));
  }

  Sending sending(String method, String path, Body body) {
    return new Sending(method, path, body);
  }

  /** Sends a control request. */
  Reply control(String method, String path, String body) {
    return exchange(
        new Request(method, Target.of("/_sandbox" + path), Headers.none(), Body.ofUtf8(body)));
  }

  /** A request in the making; it is signed when it is sent. */
  final class Sending {
    private final String method;
    private final String path;
    private final Body body;
    private String client = clientId;
    private String requestId = UUID.randomUUID().toString();
    private String timestamp = Timestamps.format(sandbox.clock().now());
    private UnaryOperator<Headers> headers = signed -> signed;
    private UnaryOperator<Body> sent = signed -> signed;

    private Sending(String method, String path, Body body) {
      this.method = method;
      this.path = path;
      this.body = body;
    }

    Sending client(String id) {
      client = id;
      return this;
    }

    Sending requestId(String id) {
      requestId = id;
      return this;
    }

    Sending timestamp(String text) {
      timestamp = text;
      return this;
    }

    /** Changes the headers after signing. */
    Sending headers(UnaryOperator<Headers> change) {
      headers = change;
      return this;
    }

    /** Changes the body after signing. */
    Sending alter(UnaryOperator<Body> change) {
      sent = change;
      return this;
    }

    Reply send() {
      Headers signed =
          NonSnap.SCHEME.sign(
              Components.of(SignedPart.REQUEST, "POST", path, body)
                  .withClientId(client)
                  .withRequestId(requestId)
                  .withTimestamp(timestamp),
              key);
      Headers all = body.isEmpty() ? signed : signed.with("Content-Type", "application/json");
      return exchange(new Request(method, Target.of(path), headers.apply(all), sent.apply(body)));
    }
  }

  Reply exchange(Request request) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(sandbox.url() + request.target().raw()))
            .timeout(Duration.ofSeconds(20))
            .method(
                request.method(),
                HttpRequest.BodyPublishers.ofByteArray(request.body().toByteArray()));
    request.headers().list().forEach(header -> http.header(header.name(), header.value()));
    try {
      HttpResponse<byte[]> response =
          CLIENT.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
      Response answer =
          new Response(
              response.statusCode(),
              Headers.received(response.headers().map()),
              Body.of(response.body()));
      return new Reply(Exchange.of("test", request, answer), key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  record Reply(Exchange exchange, SigningKey key) {
    Response response() {
      return exchange.response().orElseThrow();
    }

    int status() {
      return response().status();
    }

    String text() {
      return response().body().toDisplayText();
    }

    JsonNode json() {
      return response().body().isEmpty()
          ? MissingNode.getInstance()
          : JsonMapper.shared().readTree(response().body().toByteArray());
    }

    String text(String pointer) {
      return json().at(pointer).asString("");
    }

    CheckResult check() {
      return Check.check(exchange, CheckContext.nothing().withKeys(KeyRing.of(key)));
    }

    /** Asserts that the response is signed, and as the contract has it. */
    Reply assertGenuine() {
      CheckResult result = check();
      assertThat(result.responseSignature().status()).isEqualTo(SignatureStatus.VALID);
      assertThat(result.findings())
          .filteredOn(finding -> finding.part() == Part.RESPONSE)
          .filteredOn(finding -> finding.severity() == Severity.ERROR)
          .isEmpty();
      return this;
    }
  }
}
