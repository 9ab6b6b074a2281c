package io.github.dokuconformance.sandbox.token;

import io.github.dokuconformance.signature.AccessToken;
import java.net.URI;

/** Gets the tokens with which DOKU calls merchants. */
@FunctionalInterface
public interface TokenSource {
  /**
   * Returns a token for what is sent to that URL of a merchant's.
   *
   * @throws NoTokenException where the merchant gives none
   */
  AccessToken token(String clientId, URI url) throws NoTokenException;
}
