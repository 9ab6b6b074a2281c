package shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.pact.junit.DokuServer;
import io.github.dokuconformance.pact.junit.DokuTest;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import org.junit.jupiter.api.Test;

/** The client against a DOKU that keeps state. */
@DokuTest(DokuTest.Backend.SANDBOX)
class DokuSandboxTest {
  @Test
  void seesThatTheCustomerHasPaid(DokuServer doku) throws Exception {
    DokuClient client = new DokuClient(doku.url(), doku.clientId(), doku.secretKey());
    client.order("INV-1", 50_000);

    Sandbox sandbox = doku.sandbox();
    sandbox.apply(sandbox.orders("INV-1").get(0), OrderEvent.PAY);

    assertThat(client.status("INV-1")).isEqualTo("SUCCESS");
  }
}
