package io.github.dokuconformance.sandbox.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private static final String CLIENT = "MCH-0001";
  private static final String LONG = "https://merchant.example/" + "a".repeat(10 << 20);

  @Test
  void forgetsTheOldestPastTheLimit() {
    Orders orders = new Orders(2);
    for (int i = 1; i <= 3; i++) {
      orders.add(order(i, "https://merchant.example/"));
    }

    assertThat(orders.size()).isEqualTo(2);
    assertThat(orders.forgotten()).isEqualTo(1);
    assertThat(orders.byInvoice(CLIENT, "INV-1")).isEmpty();
    assertThat(orders.hasReference(CLIENT, "REF-1")).isFalse();
    assertThat(orders.byInvoice(CLIENT, "INV-3")).isPresent();
  }

  @Test
  void forgetsTheOldestWhereAddressesAreLong() {
    Orders orders = new Orders(20_000);
    for (int i = 1; i <= 5; i++) {
      orders.add(order(i, LONG));
    }

    assertThat(orders.size()).isEqualTo(3);
    assertThat(orders.byInvoice(CLIENT, "INV-2")).isEmpty();
    assertThat(orders.byInvoice(CLIENT, "INV-3")).isPresent();
  }

  @Test
  void remembersTenThousandRequests() {
    Remembered remembered = new Remembered();
    for (int i = 0; i <= 10_000; i++) {
      remembered.add(call(i), answer(i, "https://merchant.example/"));
    }

    assertThat(remembered.find(call(0))).isEmpty();
    assertThat(remembered.find(call(1)).get().order().invoiceNumber()).isEqualTo("INV-1");
    assertThat(remembered.find(call(10_000))).isPresent();
  }

  @Test
  void remembersFewerWhereAddressesAreLong() {
    Remembered remembered = new Remembered();
    for (int i = 1; i <= 5; i++) {
      remembered.add(call(i), answer(i, LONG));
    }

    assertThat(remembered.find(call(2))).isEmpty();
    assertThat(remembered.find(call(3))).isPresent();
  }

  @Test
  void remembersFewerWhereRequestsAreLong() {
    Remembered remembered = new Remembered();
    Body body = Body.of(new byte[10 << 20]);
    for (int i = 1; i <= 5; i++) {
      remembered.add(call(i, body), answer(i, "https://merchant.example/"));
    }

    assertThat(remembered.find(call(2))).isEmpty();
    assertThat(remembered.find(call(3))).isPresent();
  }

  private static Call call(int number) {
    return call(number, Body.none());
  }

  private static Call call(int number, Body body) {
    Operation operation = Contract.bundled().operation("akulaku.generate-order").get();
    Request request = new Request("POST", Target.of(operation.path()), Headers.none(), body);
    Exchange exchange =
        new Exchange("#1", Optional.empty(), request, Optional.empty(), Optional.empty());
    return new Call(
        operation,
        Check.read(exchange, CheckContext.nothing()),
        CLIENT,
        "id-" + number,
        "digest-" + number,
        Instant.EPOCH);
  }

  private static Answer answer(int number, String address) {
    return Answer.of(200, "pending", order(number, address), Body::none);
  }

  private static Order order(int number, String address) {
    return new Order(
        number,
        "channel",
        "",
        CLIENT,
        "id-" + number,
        "INV-" + number,
        90_000,
        "REF-" + number,
        address,
        Optional.empty(),
        Instant.EPOCH,
        Instant.MAX,
        Map.of(),
        Terms.PLAIN,
        Standing.opened(OrderState.PENDING, Instant.EPOCH));
  }
}
