package io.github.dokuconformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.json.JsonTree;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PointerTest {

  private static final JsonNode BODY =
      JsonTree.read(
          new ByteArrayInputStream(
              """
              {"order": {"amount": 5, "items": [{"price": 2}, {}, {"price": 3}], "a/b": {"~": 1}}}
              """
                  .getBytes(StandardCharsets.UTF_8)));

  @Test
  void findsOneValue() {
    assertThat(Pointer.parse("/order/amount").in(BODY).asInt()).isEqualTo(5);
    assertThat(Pointer.parse("/order/a~1b/~0").in(BODY).asInt()).isEqualTo(1);
    assertThat(Pointer.parse("/order/items/2/price").in(BODY).asInt()).isEqualTo(3);
    assertThat(Pointer.parse("/order/items/9/price").in(BODY).isMissingNode()).isTrue();
    assertThat(Pointer.parse("/order/items/*/price").in(BODY).isMissingNode()).isTrue();
    assertThat(Pointer.parse("/order/amount/cents").in(BODY).isMissingNode()).isTrue();
  }

  @Test
  void findsAllValuesBelowAList() {
    Pointer prices = Pointer.parse("/order/items/*/price");

    assertThat(prices.all(BODY)).containsExactly("/order/items/0/price", "/order/items/2/price");
    assertThat(prices.anyIn(BODY, price -> price.asInt() == 3)).isTrue();
    assertThat(prices.anyIn(BODY, price -> price.asInt() == 4)).isFalse();
    assertThat(Pointer.parse("/order/a~1b/~0").all(BODY)).containsExactly("/order/a~1b/~0");
  }

  @Test
  void isAParameterOfThePathInBraces() {
    Pointer id = Pointer.parse("{id}");

    assertThat(id.parameter()).contains("id");
    assertThat(id.in(BODY).isMissingNode()).isTrue();
    assertThat(id.all(BODY)).isEmpty();
    assertThat(Pointer.parse("/order").parameter()).isEmpty();
  }

  @Test
  void leadsFromAnItemOn() {
    Pointer list = Pointer.parse("/order/items");

    JsonNode item = BODY.at("/order/items/2");

    assertThat(Pointer.parse("/order/items/*/price").inItem(list, item))
        .isEqualTo(item.get("price"));
    for (String elsewhere :
        List.of("/order/amount", "/order/items", "/order/items/*", "/orders/items/*/price")) {
      assertThat(Pointer.parse(elsewhere).inItem(list, item).isMissingNode())
          .as(elsewhere)
          .isTrue();
    }
  }

  @Test
  void isSpokenWithDots() {
    assertThat(Pointer.parse("/order/items/*/price").dotted()).isEqualTo("order.items.price");
  }
}
