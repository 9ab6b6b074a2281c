package io.github.dokuconformance.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private static final Request REQUEST =
      new Request("POST", Target.of("/a"), Headers.of("A", "1"), Body.ofUtf8("a"));
  private static final Response RESPONSE =
      new Response(200, Headers.of("B", "2"), Body.ofUtf8("b"));

  @Test
  void isARequestWithItsResponseAndAnOperationWhereOneIsNamed() {
    Exchange exchange = Exchange.of("a.http", REQUEST, RESPONSE);
    Exchange named = exchange.withOperation("akulaku.cancel");

    assertThat(exchange.response()).contains(RESPONSE);
    assertThat(exchange.operation()).isEmpty();
    assertThat(exchange.recordedAt()).isEmpty();
    assertThat(named.operation()).contains("akulaku.cancel");
    assertThat(named).usingRecursiveComparison().ignoringFields("operation").isEqualTo(exchange);
    assertThat(Exchange.of("a.http", REQUEST, null).response()).isEqualTo(Optional.empty());
  }

  @Test
  void itsMessagesTakeOtherHeadersAndBodies() {
    Headers headers = Headers.of("C", "3");
    Body body = Body.ofUtf8("c");

    assertThat(REQUEST.withHeaders(headers))
        .isEqualTo(new Request("POST", Target.of("/a"), headers, REQUEST.body()));
    assertThat(REQUEST.withBody(body))
        .isEqualTo(new Request("POST", Target.of("/a"), REQUEST.headers(), body));
    assertThat(RESPONSE.withHeaders(headers))
        .isEqualTo(new Response(200, headers, RESPONSE.body()));
    assertThat(RESPONSE.withBody(body)).isEqualTo(new Response(200, RESPONSE.headers(), body));
    assertThat(Response.json(201, body))
        .isEqualTo(new Response(201, Headers.of("Content-Type", "application/json"), body));
  }

  @Test
  void aStatusOf2xxIsSuccess() {
    assertThat(Response.json(199, Body.none()).isSuccess()).isFalse();
    assertThat(Response.json(200, Body.none()).isSuccess()).isTrue();
    assertThat(Response.json(299, Body.none()).isSuccess()).isTrue();
    assertThat(Response.json(300, Body.none()).isSuccess()).isFalse();
  }
}
