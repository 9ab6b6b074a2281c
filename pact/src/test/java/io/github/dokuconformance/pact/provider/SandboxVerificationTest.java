package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.TestMerchant;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxOptions;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sandbox does what every interaction of the merchant's contract says, over HTTP. */
@Provider("doku-akulaku")
@PactSource(BundledPacts.class)
class SandboxVerificationTest {
  private Sandbox sandbox;
  private Relay relay;

  @BeforeEach
  void start(PactVerificationContext context) throws IOException {
    sandbox =
        Sandbox.start(
            SandboxOptions.builder().merchant(TestMerchant.CLIENT_ID, TestMerchant.KEYS).build());
    relay = Relay.to(sandbox.url(), this::change);
    context.setTarget(SigningTarget.doku(relay.url(), TestMerchant.CLIENT_ID, TestMerchant.KEYS));
    context.addStateChangeHandlers(new SandboxStates(sandbox));
  }

  /** What becomes of an answer on its way: nothing here. */
  Response change(Response response) {
    return response;
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void answersAsTheContractSays(PactVerificationContext context) {
    context.verifyInteraction();
  }

  @AfterEach
  void stop() {
    relay.close();
    sandbox.close();
  }
}
