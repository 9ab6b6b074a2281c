package io.github.dokuconformance.pact.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.TestMerchant;
import io.github.dokuconformance.pact.assertion.DokuAssertions;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs merchants' tests inside this one and looks at what becomes of them. */
class DokuExtensionTest {
  @Test
  void rightClientPassesAgainstTheMock() {
    assertThat(failureOf(OfMock.class, "right")).isEmpty();
  }

  @Test
  void tamperedBodyFailsThoughTheTestLooksAtNothing() {
    assertThat(failureOf(OfMock.class, "tampered"))
        .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining("body.trimmed"));
  }

  @Test
  void whatTheClientDidWrongComesBeforeWhatTheTestSaw() {
    assertThat(failureOf(OfMock.class, "tamperedAndAsserted"))
        .hasValueSatisfying(
            failure -> {
              assertThat(failure).hasMessageContaining("signature.mismatch");
              assertThat(failure.getSuppressed()).hasSize(1);
            });
  }

  @Test
  void interactionThatIsNotExercisedFails() {
    assertThat(failureOf(OfMock.class, "idle"))
        .hasValueSatisfying(
            failure ->
                assertThat(failure).hasMessageContaining("not exercised: generate-order.minimal"));
  }

  @Test
  void faultIsServed() {
    assertThat(failureOf(OfMock.class, "liedTo")).isEmpty();
  }

  @Test
  void clientThatRefusesALiePasses() {
    assertThat(failureOf(OfMock.class, "refuses")).isEmpty();
  }

  @Test
  void clientThatVerifiesNothingFailsThoughItsTestLooksAtNothing() {
    assertThat(failureOf(OfMock.class, "verifiesNothing"))
        .hasValueSatisfying(
            failure ->
                assertThat(failure)
                    .hasMessageContaining("response.wrong-key")
                    .hasMessageContaining("doku.refuses"));
    assertThat(failureOf(OfSandbox.class, "verifiesNothing"))
        .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining("doku.refuses"));
  }

  @Test
  void clientThatReturnsWhereItShouldRefuseFails() {
    assertThat(failureOf(OfMock.class, "returnsNormally"))
        .hasValueSatisfying(
            failure ->
                assertThat(failure)
                    .hasMessageContaining("response.wrong-key")
                    .cause()
                    .hasMessageContaining("returned normally"));
  }

  @Test
  void answerThatARightClientTakesNeedsNoRefusal() {
    assertThat(failureOf(OfMock.class, "takesUnknownFields")).isEmpty();
  }

  @Test
  void clientThatBelievesALieIsToldOfTheLie() {
    assertThat(failureOf(OfMock.class, "believes"))
        .hasValueSatisfying(
            failure -> assertThat(failure).hasMessageContaining("response.wrong-key"));
  }

  @Test
  void faultThatNothingHadFails() {
    assertThat(failureOf(OfMock.class, "notLiedTo"))
        .hasValueSatisfying(
            failure -> assertThat(failure).hasMessageContaining("response.wrong-key"));
  }

  @Test
  void unknownInteractionIsAConfigurationError() {
    assertThat(failureOf(OfMock.class, "unknown"))
        .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining("got: no.such"));
  }

  @Test
  void interactionsWithTheSameRequestAreAConfigurationError() {
    assertThat(failureOf(OfMock.class, "ambiguous"))
        .hasValueSatisfying(
            failure -> assertThat(failure).hasMessageContaining("a test of its own"));
  }

  @Test
  void rightClientPassesAgainstTheSandbox() {
    assertThat(failureOf(OfSandbox.class, "right")).isEmpty();
  }

  @Test
  void tamperedBodyFailsAgainstTheSandbox() {
    assertThat(failureOf(OfSandbox.class, "tampered"))
        .hasValueSatisfying(failure -> assertThat(failure).hasMessageContaining("body.trimmed"));
  }

  @Test
  void silentClientFailsAgainstTheSandbox() {
    assertThat(failureOf(OfSandbox.class, "idle"))
        .hasValueSatisfying(
            failure -> assertThat(failure).hasMessageContaining("nothing was exercised"));
  }

  private static Optional<Throwable> failureOf(Class<?> test, String method) {
    var events =
        EngineTestKit.engine("junit-jupiter")
            .selectors(
                selectMethod(
                    test.getName() + "#" + method + "(" + DokuServer.class.getName() + ")"))
            .execute()
            .testEvents();
    assertThat(events.finished().count()).isEqualTo(1);
    return events.stream()
        .filter(event -> event.getType() == EventType.FINISHED)
        .map(Event::getPayload)
        .map(payload -> (TestExecutionResult) payload.get())
        .findFirst()
        .flatMap(TestExecutionResult::getThrowable);
  }

  private static Response send(DokuServer doku) throws Exception {
    return TestMerchant.send(doku.url(), TestMerchant.order("request-minimal.json"));
  }

  private static void sendAndVerify(DokuServer doku) throws Exception {
    send(doku);
    DokuAssertions.assertThat(doku.exchanges().get(0)).hasValidResponseSignature(doku.secretKey());
  }

  private static Response sendTampered(DokuServer doku) throws Exception {
    Request right = TestMerchant.order("request-minimal.json");
    Body longer = Body.ofUtf8(right.body().toDisplayText() + "\n");
    return TestMerchant.send(doku.url(), right.withBody(longer));
  }

  /** Not found by Surefire: its name does not end in Test. */
  @DokuTest(consumer = "extension-test")
  static class OfMock {
    @Test
    @Interactions("generate-order.minimal")
    void right(DokuServer doku) throws Exception {
      assertThat(send(doku).status()).isEqualTo(200);
      DokuAssertions.assertThat(doku.exchanges().get(0))
          .conformsTo("akulaku.generate-order")
          .hasValidSignature(doku.secretKey())
          .hasValidResponseSignature(doku.secretKey());
    }

    @Test
    @Interactions("generate-order.minimal")
    void tampered(DokuServer doku) throws Exception {
      sendTampered(doku);
    }

    @Test
    @Interactions("generate-order.minimal")
    void tamperedAndAsserted(DokuServer doku) throws Exception {
      assertThat(sendTampered(doku).status()).isEqualTo(200);
    }

    @Test
    @Interactions("generate-order.minimal")
    void idle(DokuServer doku) {
      assertThat(doku.exchanges()).isEmpty();
    }

    @Test
    @Interactions("generate-order.minimal")
    @Faults(value = Fault.WRONG_KEY, checkedByTest = true)
    void liedTo(DokuServer doku) throws Exception {
      assertThatThrownBy(() -> sendAndVerify(doku)).isInstanceOf(AssertionError.class);
    }

    @Test
    @Interactions("generate-order.minimal")
    @Faults(Fault.WRONG_KEY)
    void refuses(DokuServer doku) {
      Throwable refusal = doku.refuses(() -> sendAndVerify(doku));
      assertThat(refusal).isInstanceOf(AssertionError.class);
    }

    @Test
    @Interactions("generate-order.minimal")
    @Faults(Fault.WRONG_KEY)
    void verifiesNothing(DokuServer doku) throws Exception {
      send(doku);
    }

    @Test
    @Interactions("generate-order.minimal")
    @Faults(Fault.WRONG_KEY)
    void returnsNormally(DokuServer doku) {
      doku.refuses(() -> send(doku));
    }

    @Test
    @Interactions("generate-order.minimal")
    @Faults(Fault.UNKNOWN_FIELDS)
    void takesUnknownFields(DokuServer doku) throws Exception {
      sendAndVerify(doku);
    }

    @Test
    @Interactions("generate-order.minimal")
    @Faults(Fault.WRONG_KEY)
    void believes(DokuServer doku) throws Exception {
      assertThat(send(doku).status()).isNotEqualTo(200);
    }

    @Test
    @Interactions("generate-order.refused.client-id")
    @Faults(Fault.WRONG_KEY)
    void notLiedTo(DokuServer doku) throws Exception {
      send(doku);
    }

    @Test
    @Interactions("no.such")
    void unknown(DokuServer doku) {}

    @Test
    @Interactions({"generate-order.minimal", "generate-order.failed"})
    void ambiguous(DokuServer doku) {}
  }

  /** As above. */
  @DokuTest(DokuTest.Backend.SANDBOX)
  static class OfSandbox {
    @Test
    void right(DokuServer doku) throws Exception {
      assertThat(send(doku).status()).isEqualTo(200);
      assertThat(doku.sandbox().orders("INV-FAKE-0001")).hasSize(1);
    }

    @Test
    void tampered(DokuServer doku) throws Exception {
      sendTampered(doku);
    }

    @Test
    @Faults(Fault.WRONG_KEY)
    void verifiesNothing(DokuServer doku) throws Exception {
      send(doku);
    }

    @Test
    void idle(DokuServer doku) {
      assertThat(doku.exchanges()).isEmpty();
    }
  }
}
