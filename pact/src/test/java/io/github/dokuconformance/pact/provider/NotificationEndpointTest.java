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
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two small endpoints of merchants: the contract tells the right one from the careless one. */
class NotificationEndpointTest {
  private static final String PATH = "/shop/doku-notifications";
  private static final String QUESTION =
      "doku-notifier-va - a question what there is to pay for a virtual account number";

  @Test
  void rightEndpointPassesEveryInteraction() {
    assertThat(Kit.run(selectClass(Right.class)))
        .hasSize(19)
        .allSatisfy((name, failure) -> assertThat(failure).isEmpty());
  }

  @Test
  void endpointThatSkipsTheSignatureCheckFailsOnEachForgedNotification() {
    Map<String, String> outcomes = Kit.run(selectClass(Careless.class));

    assertThat(outcomes).hasSize(19);
    assertThat(outcomes.entrySet())
        .filteredOn(outcome -> !outcome.getValue().isEmpty())
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "doku-notifier - a notification altered after signing",
            "doku-notifier - a notification signed with another key",
            "doku-notifier - a notification without Signature",
            "doku-notifier-cards - a notification of a card payment signed with another key",
            "doku-notifier-checkout - a notification of a Checkout order altered after signing",
            "doku-notifier-checkout - a notification of a Checkout order signed with another key",
            "doku-notifier-va - a notification of a virtual account number signed with another key",
            "doku-notifier-va - a question about a virtual account number signed with another key");
    assertThat(outcomes.get("doku-notifier - a notification signed with another key"))
        .contains("expected Client error", "was 200");
  }

  @Test
  void endpointThatDoesNotSignItsAnswerFailsOnTheQuestion() {
    Map<String, String> outcomes = Kit.run(selectClass(Unsigned.class));

    assertThat(outcomes.entrySet())
        .filteredOn(outcome -> !outcome.getValue().isEmpty())
        .extracting(Map.Entry::getKey)
        .containsExactly(QUESTION);
    assertThat(outcomes.get(QUESTION)).contains("signature.missing");
  }

  @Test
  void endpointThatSignsThePathOfDokuFailsOnTheQuestion() {
    Map<String, String> outcomes = Kit.run(selectClass(OtherPath.class));

    assertThat(outcomes.entrySet())
        .filteredOn(outcome -> !outcome.getValue().isEmpty())
        .extracting(Map.Entry::getKey)
        .containsExactly(QUESTION);
    assertThat(outcomes.get(QUESTION)).contains("signature.mismatch");
  }

  @Provider("merchant")
  @PactSource(BundledPacts.class)
  static class Right {
    private Relay endpoint;
    private String invoice = "";
    private String number = "";

    @BeforeEach
    void start(PactVerificationContext context) throws IOException {
      endpoint = Relay.start(request -> isGenuine(request) ? answer(request) : status(401));
      context.setTarget(
          SigningTarget.notifications(
              endpoint.url().resolve(PATH), TestMerchant.CLIENT_ID, TestMerchant.SECRET));
    }

    boolean isGenuine(Request request) {
      return request.target().path().equals(PATH)
          && NonSnap.SCHEME
              .verify(SignedMessage.notification(request), MerchantKeys.of(TestMerchant.SECRET))
              .isValid();
    }

    private Response answer(Request request) {
      String text = request.body().toDisplayText();
      if (!text.contains("virtual_account_inquiry")) {
        return status(200);
      }
      return text.contains(number) ? bill(request) : status(404);
    }

    Response bill(Request request) {
      Body body =
          Body.ofUtf8(
              ("{'order':{'invoice_number':'%s','amount':150000},'virtual_account_info':{"
                      + "'virtual_account_number':'%s'},'virtual_account_inquiry':{"
                      + "'status':'success'},'customer':{'name':'Anton'}}")
                  .formatted(invoice, number)
                  .replace('\'', '"'));
      Headers signed =
          NonSnap.SCHEME.sign(
              Components.of(SignedPart.RESPONSE, "POST", signedPath(), body)
                  .withClientId(TestMerchant.CLIENT_ID)
                  .withRequestId(request.headers().first("Request-Id").orElseThrow())
                  .withTimestamp(Timestamps.format(Instant.now())),
              SigningKey.of(TestMerchant.SECRET));
      return new Response(200, signed.with("Content-Type", "application/json"), body);
    }

    String signedPath() {
      return PATH;
    }

    static Response status(int status) {
      return new Response(status, Headers.none(), Body.none());
    }

    @State("the order awaits payment")
    public void orderIsKnown(Map<String, Object> order) {
      invoice = order.get("invoice_number").toString();
      number = order.getOrDefault("number", "").toString();
    }

    @State("there is no such order")
    public void nothingIsKnown() {
      number = "nobody's";
    }

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

  @Provider("merchant")
  @PactSource(BundledPacts.class)
  static class Unsigned extends Right {
    @Override
    Response bill(Request request) {
      Response right = super.bill(request);
      return right.withHeaders(right.headers().without("Signature"));
    }
  }

  @Provider("merchant")
  @PactSource(BundledPacts.class)
  static class OtherPath extends Right {
    @Override
    String signedPath() {
      return "/bca-virtual-account/v2/payment-code";
    }
  }
}
