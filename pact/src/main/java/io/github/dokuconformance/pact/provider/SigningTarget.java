package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.provider.IProviderInfo;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.Telemetry;
import io.github.dokuconformance.pact.assertion.ExchangeJudge;
import io.github.dokuconformance.pact.assertion.FindingText;
import io.github.dokuconformance.pact.contract.InteractionSigning;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
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
 * <p>Requests that the contract means to be wrong are signed wrongly in that way ({@link
 * InteractionSigning}). For one test at a time.
 */
public final class SigningTarget extends HttpTestTarget {
  private final URI url;
  private final String clientId;
  private final MerchantKeys keys;
  private final SignedPart part;
  private final TokenExchange tokens;
  private final Clock clock = Clock.systemUTC();
  private Optional<Operation> operation = Optional.empty();
  private InteractionSigning signing = InteractionSigning.GENUINE;
  private @Nullable Request sent;

  private SigningTarget(
      URI url, String clientId, MerchantKeys keys, SignedPart part, TokenExchange tokens) {
    super(url.getHost(), port(url), "/");
    Telemetry.off();
    this.url = url;
    this.clientId = clientId;
    this.keys = keys;
    this.part = part;
    this.tokens = tokens;
  }

  /**
   * Returns a target that is DOKU, or stands in for it.
   *
   * @param baseUrl http, without path
   */
  public static SigningTarget doku(URI baseUrl, String clientId, MerchantSecret secret) {
    return doku(baseUrl, clientId, MerchantKeys.of(secret));
  }

  /**
   * As above, with the merchant's own RSA key: by it a token is asked for before each request that
   * carries one.
   */
  public static SigningTarget doku(URI baseUrl, String clientId, MerchantKeys keys) {
    return of(baseUrl, clientId, keys, SignedPart.REQUEST);
  }

  /**
   * Returns a target that is a merchant's notification endpoint.
   *
   * @param url the whole address; its path takes the place of the contract's, and is signed
   */
  public static SigningTarget notifications(URI url, String clientId, MerchantSecret secret) {
    return notifications(url, clientId, MerchantKeys.of(secret));
  }

  /**
   * As above, with the RSA key that stands in for DOKU's, of which the endpoint knows the public
   * half: by it the merchant is asked for a token before each message that carries one, at the
   * documented path on the URL's host.
   */
  public static SigningTarget notifications(URI url, String clientId, MerchantKeys keys) {
    return of(url, clientId, keys, SignedPart.NOTIFICATION);
  }

  private static SigningTarget of(URI url, String clientId, MerchantKeys keys, SignedPart part) {
    return new SigningTarget(
        requireHttp(url), clientId, keys, part, TokenExchange.besides(requireHttp(url)));
  }

  /**
   * Returns a copy that asks for tokens there.
   *
   * @param tokenUrl on the same host and port, for that request is replayed too
   * @throws IllegalArgumentException if it is elsewhere
   */
  public SigningTarget withTokenUrl(URI tokenUrl) {
    if (!requireHttp(tokenUrl).getHost().equals(url.getHost()) || port(tokenUrl) != port(url)) {
      throw new IllegalArgumentException(
          "expected a URL for tokens at " + url.getRawAuthority() + ", got: " + tokenUrl);
    }
    return new SigningTarget(url, clientId, keys, part, TokenExchange.at(tokenUrl));
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
    operation = ReplayedRequest.operation(interaction);
    return super.prepareRequest(pact, interaction, context);
  }

  private void sign(HttpRequest request) {
    if (part == SignedPart.NOTIFICATION) {
      boolean token = operation.map(known -> known.is(Role.TOKEN)).orElse(false);
      request.setPath(token ? tokens.path() : url.getRawPath().isEmpty() ? "/" : url.getRawPath());
    }
    Scheme scheme = Schemes.bundled().of(operation.map(Operation::scheme), Headers.none());
    Instant now = clock.instant();
    Optional<AccessToken> token =
        TokenForm.isNeededBy(scheme)
            ? Optional.of(tokens.token(clientId, key(TokenExchange.SCHEME), now))
            : Optional.empty();
    sent =
        ReplayedRequest.sign(
            request,
            scheme,
            signing,
            clientId,
            key(scheme),
            token,
            operation.flatMap(known -> known.pointer(Part.REQUEST, Meaning.AMOUNT)),
            now);
  }

  private SigningKey key(Scheme scheme) {
    return scheme
        .signer(keys, part)
        .map(SigningKey.class::cast)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected a key that signs by "
                        + scheme.id()
                        + ", got none: "
                        + (part.isOfDoku()
                            ? "MerchantKeys.of(secret).withOfDoku(…) has DOKU's"
                            : "MerchantKeys.of(secret).withOwn(…) has the merchant's")));
  }

  @Override
  public ProviderResponse executeInteraction(@Nullable Object client, @Nullable Object request) {
    ProviderResponse answer = super.executeInteraction(client, request);
    Request signed = sent;
    if (signed != null && signing == InteractionSigning.GENUINE) {
      judge(signed, ReplayedRequest.response(answer));
    }
    return answer;
  }

  /** Fails on what Pact does not see: the signature, and rules over several fields. */
  private void judge(Request request, Response response) {
    CheckContext context = CheckContext.nothing().withKeys(KeyRing.empty().withAny(keys));
    Exchange replayed =
        new Exchange(
            "replayed",
            operation.map(Operation::id),
            request,
            Optional.of(response),
            Optional.empty());
    CheckResult result = ExchangeJudge.judge(replayed, context);
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
