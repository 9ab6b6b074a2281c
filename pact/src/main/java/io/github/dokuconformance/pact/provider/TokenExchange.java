package io.github.dokuconformance.pact.provider;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Asks a provider for the token with which a request is replayed, anew each time. */
final class TokenExchange {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final TokenForm FORM = TokenForm.of(Contract.bundled()).orElseThrow();

  /** By which a token is asked for. */
  static final Scheme SCHEME = FORM.scheme();

  private final URI url;

  private TokenExchange(URI url) {
    this.url = url;
  }

  /** Returns the one with who gives tokens at the documented path of a URL's host. */
  static TokenExchange besides(URI url) {
    return new TokenExchange(FORM.besides(url));
  }

  static TokenExchange at(URI url) {
    return new TokenExchange(url);
  }

  String path() {
    return url.getRawPath();
  }

  AccessToken token(String clientId, SigningKey key, Instant now) {
    Optional<AccessToken> token;
    String came;
    try {
      Response response = FORM.ask(clientId, key, url, PATIENCE, now);
      token = FORM.token(response);
      came = "status " + response.status();
    } catch (IOException e) {
      token = Optional.empty();
      came = String.valueOf(e.getMessage());
    }
    String got = came;
    return token.orElseThrow(
        () ->
            new AssertionError(
                "expected a token from "
                    + url
                    + ", got "
                    + got
                    + ": what comes next carries it. Does who gives it know the key that signs the"
                    + " request?"));
  }
}
