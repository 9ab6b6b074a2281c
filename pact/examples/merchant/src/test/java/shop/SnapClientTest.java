package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dokuconformance.pact.junit.DokuServer;
import io.github.dokuconformance.pact.junit.DokuTest;
import io.github.dokuconformance.pact.junit.Interactions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The client of SNAP against the contract: the token, and what is signed with it. */
@DokuTest(consumer = "example-shop")
class SnapClientTest {
  @Test
  @Interactions({Interactions.SNAP_TOKEN, Interactions.SNAP_VA_CREATE})
  void asksForATokenAndThenForANumber(DokuServer doku) throws Exception {
    assertThat(client(doku).number("INV-1", 50_000)).isNotBlank();
  }

  @Test
  @Interactions({Interactions.SNAP_TOKEN, Interactions.SNAP_VA_REFUSED_TOKEN})
  void tellsThatItsTokenIsNotKnown(DokuServer doku) throws Exception {
    SnapClient client = client(doku);

    assertThatThrownBy(() -> client.number("INV-1", 50_000))
        .isInstanceOf(IOException.class)
        .hasMessage("DOKU answered 4012701");
  }

  private static SnapClient client(DokuServer doku) throws Exception {
    return new SnapClient(doku.url(), doku.clientId(), doku.secretKey(), doku.privateKey());
  }
}
