package io.github.dokuconformance.pact.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFilter;
import au.com.dius.pact.provider.junitsupport.loader.PactSource;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.Kit;
import io.github.dokuconformance.pact.TestMerchant;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import org.junit.jupiter.api.Test;

/** A provider that answers almost as the contract says is found out. */
class LyingProviderTest {
  private static final String FAILED = "merchant - an order that fails at once";

  @Test
  void unchangedAnswersPass() {
    assertThat(Kit.run(selectClass(Honest.class))).containsExactly(java.util.Map.entry(FAILED, ""));
  }

  @Test
  void fieldThatIsDroppedBeforeSigningIsNamed() {
    assertThat(Kit.run(selectClass(FieldDropped.class)))
        .hasEntrySatisfying(
            FAILED,
            failure -> assertThat(failure).contains("url").doesNotContain("signature.mismatch"));
  }

  @Test
  void byteThatIsAlteredAfterSigningIsASignatureMismatch() {
    assertThat(Kit.run(selectClass(ByteAltered.class)))
        .hasEntrySatisfying(
            FAILED, failure -> assertThat(failure).contains("signature.mismatch  response"));
  }

  @Test
  void signatureThatIsLeftOutIsMissed() {
    assertThat(Kit.run(selectClass(Unsigned.class)))
        .hasEntrySatisfying(FAILED, failure -> assertThat(failure).contains("signature.missing"));
  }

  @Provider("doku-akulaku")
  @PactSource(BundledPacts.class)
  @PactFilter("the next order fails")
  static class Honest extends SandboxVerificationTest {}

  @Provider("doku-akulaku")
  @PactSource(BundledPacts.class)
  @PactFilter("the next order fails")
  static class FieldDropped extends SandboxVerificationTest {
    @Override
    Response change(Response response) {
      Headers headers = response.headers();
      Body body =
          Body.ofUtf8(response.body().toDisplayText().replaceFirst("\"url\":\"[^\"]*\",", ""));
      Headers signed =
          NonSnap.SCHEME.sign(
              Components.of(SignedPart.RESPONSE, "POST", TestMerchant.GENERATE_ORDER, body)
                  .withClientId(TestMerchant.CLIENT_ID)
                  .withRequestId(headers.first("Request-Id").orElseThrow())
                  .withTimestamp(headers.first("Response-Timestamp").orElseThrow()),
              SigningKey.of(TestMerchant.SECRET));
      return new Response(response.status(), signed.with("Content-Type", "application/json"), body);
    }
  }

  @Provider("doku-akulaku")
  @PactSource(BundledPacts.class)
  @PactFilter("the next order fails")
  static class ByteAltered extends SandboxVerificationTest {
    @Override
    Response change(Response response) {
      return response.withBody(
          Body.ofUtf8(response.body().toDisplayText().replace("\"url\":\"http", "\"url\":\"HTTP")));
    }
  }

  @Provider("doku-akulaku")
  @PactSource(BundledPacts.class)
  @PactFilter("the next order fails")
  static class Unsigned extends SandboxVerificationTest {
    @Override
    Response change(Response response) {
      return response.withHeaders(response.headers().without("Signature"));
    }
  }
}
