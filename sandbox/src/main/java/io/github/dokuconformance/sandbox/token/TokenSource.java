package io.github.dokuconformance.sandbox.token;

import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Scheme;
import java.net.URI;
import java.util.Optional;

/** Gets the tokens with which DOKU calls merchants. */
@FunctionalInterface
public interface TokenSource {
  /**
   * Returns a token for what is sent to that URL of a merchant's.
   *
   * @throws NoTokenException where the merchant gives none
   */
  AccessToken token(String clientId, URI url) throws NoTokenException;

  /** As {@link #token}, where what is sent by a scheme comes with one; else nothing. */
  default Optional<AccessToken> token(Scheme scheme, String clientId, URI url)
      throws NoTokenException {
    return TokenForm.isNeededBy(scheme) ? Optional.of(token(clientId, url)) : Optional.empty();
  }
}
