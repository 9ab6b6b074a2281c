package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Before the secret is doubted, the message itself is: each cause beside its harmless twin. */
class OtherCauseTest {
  private static final String SIGNATURE = "HMACSHA256=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  private static final String HEX = "0123456789abcdef";
  private static final String JSON = "application/json";

  static Stream<Arguments> causes() {
    return Stream.of(
        signature("plain hex", HEX.repeat(4), "plain hex"),
        signature("hex after a prefix", "HMACSHA256=" + HEX.repeat(4), "plain hex"),
        signature("hex in upper case", HEX.repeat(4).toUpperCase(Locale.ROOT), "hex"),
        argumentSet(
            "a template in the target",
            request("/orders/{{invoice}}", "{}"),
            SIGNATURE,
            "\"{{invoice}}\" was never filled in"),
        argumentSet(
            "a template in a header",
            request("/", "{}", "Request-Id", "${id}"),
            SIGNATURE,
            "\"${id}\" was never filled in"),
        argumentSet(
            "a template in the body",
            request("/", "{\"a\":\"{{amount}}\"}"),
            SIGNATURE,
            "\"{{amount}}\" was never filled in"),
        argumentSet(
            "a compressed body",
            request("/", "{}", "Content-Encoding", "gzip"),
            SIGNATURE,
            "it has Content-Encoding \"gzip\", so other bytes may be meant"),
        argumentSet(
            "another length",
            request("/", "{}", "Content-Length", " 3 "),
            SIGNATURE,
            "the recording has 2 bytes of body where Content-Length says 3"),
        argumentSet(
            "JSON that was cut off",
            request("/", "{\"a\":", "Content-Type", "Application/JSON"),
            SIGNATURE,
            "its body is no JSON, so the recording may not hold what was sent"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void isSaid(Request request, String signature, String said) {
    assertThat(OtherCause.of(request, request, signature, Contract.bundled()))
        .hasValueSatisfying(cause -> assertThat(cause).contains(said));
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        signature("base64", SIGNATURE, ""),
        signature("too short for hex of a hash", HEX, ""),
        signature("hex in both cases", HEX.repeat(2) + HEX.toUpperCase(Locale.ROOT), ""),
        argumentSet("a place of the contract", request("/orders/{invoice}", "{}"), SIGNATURE, ""),
        argumentSet("braces of JSON", request("/", "{\"a\":{\"b\":{}}}"), SIGNATURE, ""),
        argumentSet(
            "a coding that is none",
            request("/", "{}", "Content-Encoding", " Identity "),
            SIGNATURE,
            ""),
        argumentSet("its own length", request("/", "{}", "Content-Length", "2"), SIGNATURE, ""),
        argumentSet(
            "a length that is no number", request("/", "{}", "Content-Length", "x"), SIGNATURE, ""),
        argumentSet(
            "a length beyond all",
            request("/", "{}", "Content-Length", "99999999999"),
            SIGNATURE,
            ""),
        argumentSet("JSON", request("/", "{}", "Content-Type", JSON), SIGNATURE, ""),
        argumentSet("no body", request("/", "", "Content-Type", JSON), SIGNATURE, ""),
        argumentSet(
            "a body that says not to be JSON",
            request("/", "a=b", "Content-Type", "application/x-www-form-urlencoded"),
            SIGNATURE,
            ""),
        argumentSet("a body of no type", request("/", "a=b"), SIGNATURE, ""));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void isNotSeenWhereThereIsNone(Request request, String signature, String said) {
    assertThat(OtherCause.of(request, request, signature, Contract.bundled())).isEmpty();
  }

  @Test
  void aPlaceholderOfThePagesIsOne() {
    Request request = request("/", "{}");
    String placeholder = Contract.bundled().placeholders().iterator().next();

    assertThat(OtherCause.of(request, request, placeholder, Contract.bundled()))
        .hasValue("its signature is a placeholder that DOKU's pages print");
  }

  /** An answer is signed over its request's target, and over headers and a body of its own. */
  @Test
  void ofAnAnswerIsLookedForInItsOwnBytes() {
    Response response = new Response(200, Headers.of("Content-Encoding", "br"), Body.ofUtf8("{}"));

    assertThat(OtherCause.of(response, request("/", "{{a}}"), SIGNATURE, Contract.bundled()))
        .hasValueSatisfying(cause -> assertThat(cause).contains("\"br\""));
    assertThat(OtherCause.of(response, request("/{{a}}", "{}"), SIGNATURE, Contract.bundled()))
        .hasValueSatisfying(cause -> assertThat(cause).contains("\"{{a}}\""));
  }

  private static Arguments signature(String name, String signature, String said) {
    return argumentSet(name, request("/", "{}"), signature, said);
  }

  private static Request request(String target, String body, String... headers) {
    return new Request("POST", Target.of(target), Headers.of(headers), Body.ofUtf8(body));
  }
}
