package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.provider.IProviderInfo;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.Telemetry;
import io.github.dokuconformance.pact.assertion.FindingText;
import io.github.dokuconformance.pact.assertion.Judge;
import io.github.dokuconformance.pact.contract.Signing;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kotlin.Pair;
import org.apache.hc.core5.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/**
 * A target of Pact's JUnit 5 verification that signs each replayed request afresh, and checks the
 * signature and the contract of what the provider answers.
 *
 * <p>Requests that the contract means to be wrong are signed wrongly in that way ({@link Signing}).
 * For one test at a time.
 */
public final class SigningTarget extends HttpTestTarget {
  private final String clientId;
  private final SigningKey key;
  private final Clock clock;
  private final Optional<String> ownPath;
  private Scheme scheme = Schemes.bundled().of(Headers.none());
  private Signing signing = Signing.GENUINE;
  private @Nullable Request sent;

  private SigningTarget(
      URI url, String clientId, MerchantSecret secret, Clock clock, Optional<String> ownPath) {
    super(url.getHost(), port(url), "/");
    Telemetry.off();
    this.clientId = clientId;
    this.key = SigningKey.of(secret);
    this.clock = clock;
    this.ownPath = ownPath;
  }

  /**
   * Returns a target that is DOKU, or stands in for it.
   *
   * @param baseUrl http, without path
   */
  public static SigningTarget doku(URI baseUrl, String clientId, MerchantSecret secret) {
    return new SigningTarget(
        requireHttp(baseUrl), clientId, secret, Clock.systemUTC(), Optional.empty());
  }

  /**
   * Returns a target that is a merchant's notification endpoint.
   *
   * @param url the whole address; its path takes the place of the contract's, and is signed
   */
  public static SigningTarget notifications(URI url, String clientId, MerchantSecret secret) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new SigningTarget(
        requireHttp(url), clientId, secret, Clock.systemUTC(), Optional.of(path));
  }

  private static URI requireHttp(URI url) {
    if (!"http".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException(
          "expected an URL such as http://localhost:8080, got: " + url);
    }
    return url;
  }

  private static int port(URI url) {
    return url.getPort() < 0 ? 80 : url.getPort();
  }

  @Override
  public IProviderInfo getProviderInfo(String serviceName, @Nullable PactSource pactSource) {
    IProviderInfo info = super.getProviderInfo(serviceName, pactSource);
    if (info instanceof ProviderInfo changeable) {
      changeable.setRequestFilter((Consumer<HttpRequest>) this::sign);
      return info;
    }
    throw new IllegalStateException("this version of Pact has no request filter");
  }

  @Override
  public Pair<Object, Object> prepareRequest(
      Pact pact, Interaction interaction, Map<String, Object> context) {
    signing = ReplayedRequest.signing(interaction);
    scheme = ReplayedRequest.scheme(interaction);
    return super.prepareRequest(pact, interaction, context);
  }

  private void sign(HttpRequest request) {
    sent = ReplayedRequest.sign(request, scheme, signing, clientId, key, clock, ownPath);
  }

  @Override
  public ProviderResponse executeInteraction(@Nullable Object client, @Nullable Object request) {
    ProviderResponse answer = super.executeInteraction(client, request);
    Request signed = sent;
    if (signed != null && signing == Signing.GENUINE) {
      judge(signed, ReplayedRequest.response(answer));
    }
    return answer;
  }

  /** Fails on what Pact does not see: the signature, and rules over several fields. */
  private void judge(Request request, Response response) {
    CheckContext context = CheckContext.nothing().withKeys(KeyRing.of(key));
    CheckResult result = Judge.judge(Exchange.of("replayed", request, response), context);
    List<Finding> wrong =
        result.findings().stream()
            .filter(f -> f.part() == Part.RESPONSE && f.severity() == Severity.ERROR)
            .filter(finding -> !finding.code().startsWith("schema."))
            .toList();
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          wrong.stream()
              .map(finding -> FindingText.of(finding, result, context.keys().mask()))
              .collect(Collectors.joining("\n")));
    }
  }
}
