package io.github.dokuconformance.pact.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.Kit;
import io.github.dokuconformance.pact.TestMerchant;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two small endpoints of merchants: the contract tells the right one from the careless one. */
class NotificationEndpointTest {
  @Test
  void rightEndpointPassesEveryInteraction() {
    assertThat(Kit.run(selectClass(Right.class)))
        .hasSize(14)
        .allSatisfy((name, failure) -> assertThat(failure).isEmpty());
  }

  @Test
  void endpointThatSkipsTheSignatureCheckFailsOnEachForgedNotification() {
    Map<String, String> outcomes = Kit.run(selectClass(Careless.class));

    assertThat(outcomes).hasSize(14);
    assertThat(outcomes.entrySet())
        .filteredOn(outcome -> !outcome.getValue().isEmpty())
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "doku-notifier - a notification altered after signing",
            "doku-notifier - a notification signed with another key",
            "doku-notifier - a notification without Signature",
            "doku-notifier-cards - a notification of a card payment signed with another key",
            "doku-notifier-checkout - a notification of a Checkout order altered after signing",
            "doku-notifier-checkout - a notification of a Checkout order signed with another key");
    assertThat(outcomes.get("doku-notifier - a notification signed with another key"))
        .contains("expected Client error", "was 200");
  }

  @Provider("merchant")
  @PactSource(BundledPacts.class)
  static class Right {
    private Relay endpoint;

    @BeforeEach
    void start(PactVerificationContext context) throws IOException {
      endpoint = Relay.start(request -> answer(isGenuine(request) ? 200 : 401));
      context.setTarget(
          SigningTarget.notifications(
              endpoint.url().resolve("/shop/doku-notifications"),
              TestMerchant.CLIENT_ID,
              TestMerchant.SECRET));
    }

    boolean isGenuine(Request request) {
      return request.target().path().equals("/shop/doku-notifications")
          && NonSnap.SCHEME
              .verify(SignedMessage.notification(request), MerchantKeys.of(TestMerchant.SECRET))
              .isValid();
    }

    private static Response answer(int status) {
      return new Response(status, Headers.none(), Body.none());
    }

    @State("the order awaits payment")
    public void orderIsKnown() {}

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void takesWhatIsGenuineAlone(PactVerificationContext context) {
      context.verifyInteraction();
    }

    @AfterEach
    void stop() {
      endpoint.close();
    }
  }

  @Provider("merchant")
  @PactSource(BundledPacts.class)
  static class Careless extends Right {
    @Override
    boolean isGenuine(Request request) {
      return true;
    }
  }
}
