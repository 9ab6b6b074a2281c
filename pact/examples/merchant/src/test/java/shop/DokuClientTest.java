package shop;

import static io.github.dokuconformance.pact.assertion.DokuAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dokuconformance.pact.junit.DokuServer;
import io.github.dokuconformance.pact.junit.DokuTest;
import io.github.dokuconformance.pact.junit.Faults;
import io.github.dokuconformance.pact.junit.Interactions;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The client against the contract: what it sends, and what it does about each answer. */
@DokuTest(consumer = "example-shop")
class DokuClientTest {
  @Test
  @Interactions(Interactions.GENERATE_ORDER_MINIMAL)
  void ordersAndGetsTheAddressToPayAt(DokuServer doku) throws Exception {
    assertThat(client(doku).order("INV-1", 50_000)).startsWith("https://");

    assertThat(doku.exchanges().get(0))
        .conformsTo("akulaku.generate-order")
        .hasValidSignature(doku.secretKey());
  }

  @Test
  @Interactions(Interactions.GENERATE_ORDER_FAILED)
  void tellsThatAnOrderFailed(DokuServer doku) {
    assertThatThrownBy(() -> client(doku).order("INV-1", 50_000))
        .isInstanceOf(IOException.class)
        .hasMessage("the order is FAILED");
  }

  @Test
  @Interactions(Interactions.GENERATE_ORDER_MINIMAL)
  @Faults(Fault.BODY_ALTERED)
  void refusesAnAnswerThatWasAlteredAfterSigning(DokuServer doku) {
    assertThat(doku.refuses(() -> client(doku).order("INV-1", 50_000)))
        .isInstanceOf(IOException.class);
  }

  @Test
  @Interactions(Interactions.CHECK_STATUS_SUCCESS)
  void readsTheStatus(DokuServer doku) throws Exception {
    assertThat(client(doku).status("INV-1")).isEqualTo("SUCCESS");
  }

  private static DokuClient client(DokuServer doku) {
    return new DokuClient(doku.url(), doku.clientId(), doku.secretKey());
  }
}
