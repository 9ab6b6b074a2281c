package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.json.Recordings;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapDiagnosis;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A message to sign wrongly, with all that a diagnosis is told beside it. */
record Sample(String operation, String body, DiagnosisInput input) {
  /** Looks encoded in every way, so that each decoder makes something else of it. */
  static final String SECRET = "\"SK-TEST&amp;é-6e6f+NOT-A-SECRET\"";

  static final String OTHER_SECRET = "SK-TEST-OTHER-NOT-A-SECRET";
  static final String OTHER_NAME = "MCH-0002-sandbox";
  static final String CLIENT_ID = "MCH-0001-Sandbox";
  private static final String HOST = "api-sandbox.doku.com";

  static List<Sample> requests() {
    return List.of(
        post("generate-order", "order.json"),
        post("cancel", "cancel.json"),
        post("refund", "refund.json"));
  }

  static List<Sample> bodyless() {
    return List.of(get("1"), get("2"), get("3"));
  }

  static List<Sample> responses() {
    return requests().stream().map(Sample::answered).toList();
  }

  /** Returns a request, one without a body, an answer and a notification. */
  static List<Sample> firstOfEachKind() {
    return List.of(
        requests().get(0), bodyless().get(0), responses().get(0), notifications().get(0));
  }

  static List<Sample> notifications() {
    return requests().stream().map(Sample::notified).toList();
  }

  /** Returns the same ones each time. */
  static List<Sample> all() {
    return All.SAMPLES;
  }

  private static final class All {
    static final List<Sample> SAMPLES =
        Stream.of(requests(), bodyless(), responses(), notifications())
            .flatMap(List::stream)
            .toList();
  }

  static Sample post(String operation, String body) {
    String target =
        "/akulaku-peer-to-peer//v2/" + operation + "/a%2fB%20c+d&amp;e?channel=web&x=%20y";
    return request(operation, body, "POST", target, Body.ofUtf8(Recordings.body(body)));
  }

  private static Sample get(String number) {
    String target = "/orders//v1/status/INV%2f000" + number + "%20+x&amp;y?verbose=true";
    return request("check-status-" + number, "none", "GET", target, Body.none());
  }

  private static Sample request(
      String operation, String body, String method, String target, Body bytes) {
    Request request = new Request(method, Target.of(target), headers("42"), bytes);
    return new Sample(
        operation,
        body,
        known(
            DiagnosisInput.of(
                NonSnapDiagnosis.INSTANCE,
                SignedMessage.request(request),
                MerchantKeys.of(MerchantSecret.of(SECRET)))));
  }

  private Sample answered() {
    Headers headers =
        Headers.of(
            "Client-Id", CLIENT_ID,
            "Request-Id", "9E107D9D-372B-4b6c-8d3e-5d3f0c7a1b2c",
            "Response-Timestamp", "2026-11-22T03:10:43Z");
    Response response = new Response(200, headers, input.request().body());
    Request request = input.request().withBody(Body.ofUtf8("{\"of\":\"the request\"}"));
    return new Sample(
        operation + " response",
        body,
        known(
            DiagnosisInput.of(
                NonSnapDiagnosis.INSTANCE,
                SignedMessage.response(request, response),
                MerchantKeys.of(MerchantSecret.of(SECRET)))));
  }

  private Sample notified() {
    Request request =
        new Request(
            "POST",
            Target.of("/shop//payments/notifications/a%2fB%20&amp;c?source=doku"),
            headers("42").with("Host", "merchant.example").with("X-Forwarded-Prefix", "/till/3"),
            input.request().body());
    return new Sample(
        operation + " notification",
        body,
        known(
            DiagnosisInput.of(
                NonSnapDiagnosis.INSTANCE,
                SignedMessage.notification(request),
                MerchantKeys.of(MerchantSecret.of(SECRET)))));
  }

  private static DiagnosisInput known(DiagnosisInput input) {
    return input
        .withOthers(Map.of(OTHER_NAME, MerchantKeys.of(MerchantSecret.of(OTHER_SECRET))))
        .withOtherTargets(List.of("/akulaku-peer-to-peer/v2/void", "/orders/v1/other"));
  }

  private static Headers headers(String seconds) {
    return Headers.of(
        "Host",
        HOST,
        "Content-Type",
        "application/json; charset=utf-8",
        "Authorization",
        "Bearer eyJ.test.token",
        "Client-Id",
        CLIENT_ID,
        "Request-Id",
        "CC682442-6c22-493e-8121-b9ef6b3fa728",
        "Request-Timestamp",
        "2026-11-22T03:10:" + seconds + "Z");
  }

  DiagnosisInput signed(String signature) {
    Request request = input.request();
    SignedMessage signed =
        input.part() == SignedPart.RESPONSE
            ? SignedMessage.response(request, with(signature))
            : new SignedMessage(
                input.part(),
                request.withHeaders(request.headers().with("Signature", signature)),
                Optional.empty());
    return new DiagnosisInput(
        input.scheme(),
        signed,
        input.keys(),
        input.others(),
        input.otherTargets(),
        input.ownUrls());
  }

  private Response with(String signature) {
    Response response = input.signed().response().orElseThrow();
    return response.withHeaders(response.headers().with("Signature", signature));
  }

  String text() {
    return new String(input.message().body().toByteArray(), UTF_8);
  }

  @Override
  public String toString() {
    return operation + ", " + body;
  }
}
