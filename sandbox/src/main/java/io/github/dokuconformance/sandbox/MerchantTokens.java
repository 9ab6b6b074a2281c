package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.http.Peer;
import io.github.dokuconformance.sandbox.http.RawClient;
import io.github.dokuconformance.sandbox.order.Answer;
import io.github.dokuconformance.sandbox.token.NoTokenException;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.sandbox.token.TokenSource;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.SignedPart;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks merchants for the tokens with which DOKU calls them, anew for each call (assumed), and
 * judges the answers. Thread safe.
 */
final class MerchantTokens implements TokenSource, AutoCloseable {
  /** For how long DOKU waits is not documented (assumed). */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Contract contract;
  private final Merchants merchants;
  private final SandboxClock clock;
  private final SandboxEvidence evidence;
  private final RawClient client = new RawClient(PATIENCE);
  private volatile @Nullable URI url;

  MerchantTokens(
      Contract contract, Merchants merchants, SandboxClock clock, SandboxEvidence evidence) {
    this.contract = contract;
    this.merchants = merchants;
    this.clock = clock;
    this.evidence = evidence;
  }

  /** Sets where merchants give tokens; on the host of what is sent without. */
  void setUrl(Optional<URI> target) {
    url = target.orElse(null);
  }

  Optional<URI> url() {
    return Optional.ofNullable(url);
  }

  @Override
  public AccessToken token(String clientId, URI target) throws NoTokenException {
    TokenForm form =
        TokenForm.of(contract)
            .orElseThrow(() -> new NoTokenException("the contract says of no token"));
    URI where = url().orElseGet(() -> form.besides(target));
    Instant now = clock.now();
    Request request =
        form.request(
            clientId, merchants.key(clientId, form.scheme(), SignedPart.NOTIFICATION), where, now);
    Response response;
    try {
      response = client.send(Peer.of(where), request, TokenForm.MOST_BYTES);
    } catch (IOException e) {
      record(form, where, request, null, "unreachable", now);
      throw new NoTokenException(
          "no token from " + where + ": " + Visible.line(String.valueOf(e.getMessage())));
    }
    Optional<AccessToken> token = form.token(response);
    record(
        form,
        where,
        request,
        response,
        token.isPresent() ? "success" : response.isSuccess() ? "failed" : Answer.REFUSED,
        now);
    return token.orElseThrow(
        () ->
            new NoTokenException("no token from " + where + ": it answered " + response.status()));
  }

  private void record(
      TokenForm form,
      URI where,
      Request request,
      @Nullable Response response,
      String outcome,
      Instant now) {
    evidence.record(
        AskedMerchant.check(
            contract, merchants.keysWithDoku(), form.operation(), where, request, response, now),
        outcome);
  }

  @Override
  public void close() {
    client.close();
  }
}
