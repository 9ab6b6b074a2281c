package io.github.dokuconformance.pact.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.Kit;
import io.github.dokuconformance.pact.TestMerchant;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.snap.Snap;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Endpoints of merchants that speak SNAP: the contract tells the right one from the careless. */
class SnapEndpointTest {
  private static final String PATH = "/v1.1/transfer-va/payment";
  private static final String TOKENS = "/oauth/token";
  private static final AsymmetricKey DOKU = AsymmetricKey.make();
  private static final String NAME = "doku-notifier-snap-va - ";
  private static final String OF_NUMBER = NAME + "a notification of a virtual account number ";
  private static final String FORGED = "with the merchant's token, signed with another key";
  private static final String PAID =
      NAME + "a notification that a virtual account number was paid, with the merchant's token";

  @Test
  void rightEndpointPassesEveryInteraction() {
    assertThat(Kit.run(selectClass(Right.class)))
        .hasSize(9)
        .allSatisfy((name, failure) -> assertThat(failure).isEmpty());
  }

  @Test
  void endpointThatLooksAtTheTokenAloneFailsOnEachForgedMessage() {
    assertThat(failures(TokenAlone.class))
        .containsOnlyKeys(
            OF_NUMBER + FORGED,
            OF_NUMBER + "altered after signing",
            OF_NUMBER + "with the merchant's token, without X-SIGNATURE",
            NAME + "a question about a virtual account number " + FORGED)
        .allSatisfy((name, failure) -> assertThat(failure).contains("expected Client error"));
  }

  @Test
  void endpointThatTakesAnyTokenFailsOnOneThatItDidNotGive() {
    assertThat(failures(AnyToken.class))
        .containsOnlyKeys(OF_NUMBER + "with a token that the merchant did not give");
  }

  @Test
  void endpointThatGivesTokensToAnybodyFailsOnAnotherKey() {
    assertThat(failures(TokensForAll.class))
        .containsOnlyKeys(NAME + "a request for the merchant's token signed with another key");
  }

  @Test
  void endpointThatAnswersWithTheCodeOfAnotherOperationFailsOnTheGenuineOne() {
    assertThat(failures(OtherCode.class))
        .containsOnlyKeys(PAID)
        .allSatisfy((name, failure) -> assertThat(failure).contains("2002500", "2007300"));
  }

  @Test
  void endpointThatGivesNoTokenIsToldSo() {
    assertThat(failures(NoToken.class))
        .hasSize(8)
        .hasEntrySatisfying(
            PAID, failure -> assertThat(failure).contains("expected a token", "got status 401"));
  }

  @Test
  void tokensAreAskedForOnTheSameHostAlone() {
    SigningTarget target =
        SigningTarget.notifications(
            URI.create("http://localhost:8080/pay"),
            TestMerchant.CLIENT_ID,
            MerchantKeys.of(TestMerchant.SECRET).withOfDoku(DOKU));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> target.withTokenUrl(URI.create("http://localhost:8081/token")))
        .withMessageContaining("expected a URL for tokens at localhost:8080");
  }

  @Test
  void withoutDokusKeyTheTargetSaysHowToGiveIt() {
    assertThat(failures(WithoutKey.class))
        .hasSize(9)
        .allSatisfy((name, failure) -> assertThat(failure).contains("withOfDoku"));
  }

  private static Map<String, String> failures(Class<?> endpoint) {
    Map<String, String> outcomes = Kit.run(selectClass(endpoint));
    assertThat(outcomes).hasSize(9);
    outcomes.values().removeIf(String::isEmpty);
    return outcomes;
  }

  /** An endpoint that does all that SNAP asks of it; the others leave something out. */
  @Provider("merchant-snap")
  @PactSource(BundledPacts.class)
  static class Right {
    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private Relay endpoint;
    private Map<String, Object> order = Map.of();

    @BeforeEach
    void start(PactVerificationContext context) throws IOException {
      endpoint = Relay.start(this::answer);
      context.setTarget(
          SigningTarget.notifications(endpoint.url().resolve(PATH), TestMerchant.CLIENT_ID, keys())
              .withTokenUrl(endpoint.url().resolve(TOKENS)));
    }

    MerchantKeys keys() {
      return MerchantKeys.of(TestMerchant.SECRET).withOfDoku(DOKU);
    }

    private Response answer(Request request) {
      if (request.target().path().equals(TOKENS)) {
        return knowsDoku(request) ? token() : json(401, "4017300", "Unauthorized");
      }
      boolean genuine =
          request.target().path().equals(PATH)
              && gave(request)
              && isSigned(request, Snap.SYMMETRIC);
      return genuine ? taken(request) : json(401, "4012500", "Unauthorized");
    }

    boolean knowsDoku(Request request) {
      return isSigned(request, Snap.TOKEN);
    }

    boolean isSigned(Request request, Scheme scheme) {
      MerchantKeys known = MerchantKeys.of(TestMerchant.SECRET).withOfDoku(DOKU.publicHalf());
      return scheme.verify(SignedMessage.notification(request), known).isValid();
    }

    boolean gave(Request request) {
      String header = request.headers().first("Authorization").orElse("");
      return header.startsWith("Bearer ") && given.contains(header.substring(7));
    }

    private Response token() {
      String token = UUID.randomUUID().toString();
      given.add(token);
      ObjectNode body = code("2007300", "Successful");
      return json(200, body.put("accessToken", token).put("tokenType", "Bearer"));
    }

    private Response taken(Request request) {
      JsonNode sent = JsonMapper.shared().readTree(request.body().toByteArray());
      if (!sent.has("inquiryRequestId")) {
        return json(200, codeOfNotification(), "Successful");
      }
      ObjectNode data = JsonMapper.shared().createObjectNode();
      for (String each : new String[] {"partnerServiceId", "customerNo", "virtualAccountNo"}) {
        data.set(each, sent.path(each));
      }
      data.put("virtualAccountName", "Anton")
          .put("virtualAccountTrxType", "C")
          .put("inquiryStatus", "00")
          .set("inquiryRequestId", sent.path("inquiryRequestId"));
      data.putObject("totalAmount")
          .put("value", order.get("amount") + ".00")
          .put("currency", "IDR");
      data.putObject("additionalInfo")
          .put("channel", "VIRTUAL_ACCOUNT_BRI")
          .put("trxId", order.get("invoice_number").toString());
      ObjectNode body = code("2002400", "Successful");
      body.set("virtualAccountData", data);
      return json(200, body);
    }

    String codeOfNotification() {
      return "2002500";
    }

    private static ObjectNode code(String code, String message) {
      return JsonMapper.shared()
          .createObjectNode()
          .put("responseCode", code)
          .put("responseMessage", message);
    }

    private static Response json(int status, String code, String message) {
      return json(status, code(code, message));
    }

    private static Response json(int status, JsonNode body) {
      return Response.json(status, Body.ofUtf8(body.toString()));
    }

    @State("the order awaits payment")
    public void orderIsKnown(Map<String, Object> known) {
      order = known;
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

  /** As DOKU's own libraries do, each of them. */
  @Provider("merchant-snap")
  @PactSource(BundledPacts.class)
  static class TokenAlone extends Right {
    @Override
    boolean isSigned(Request request, Scheme scheme) {
      return scheme == Snap.SYMMETRIC || super.isSigned(request, scheme);
    }
  }

  @Provider("merchant-snap")
  @PactSource(BundledPacts.class)
  static class AnyToken extends Right {
    @Override
    boolean gave(Request request) {
      return true;
    }
  }

  @Provider("merchant-snap")
  @PactSource(BundledPacts.class)
  static class TokensForAll extends Right {
    @Override
    boolean knowsDoku(Request request) {
      return true;
    }
  }

  @Provider("merchant-snap")
  @PactSource(BundledPacts.class)
  static class OtherCode extends Right {
    @Override
    String codeOfNotification() {
      return "2007300";
    }
  }

  @Provider("merchant-snap")
  @PactSource(BundledPacts.class)
  static class NoToken extends Right {
    @Override
    boolean knowsDoku(Request request) {
      return false;
    }
  }

  @Provider("merchant-snap")
  @PactSource(BundledPacts.class)
  static class WithoutKey extends Right {
    @Override
    MerchantKeys keys() {
      return MerchantKeys.of(TestMerchant.SECRET);
    }
  }
}
