package io.github.dokuconformance.probe;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a merchant gives the tokens that come with notifications, and one that it gave.
 *
 * @param key DOKU's, by which the merchant knows who asks
 * @param ends when the token has ended for certain
 */
@SuppressWarnings("exports") // Made by who has the form.
public record Desk(
    TokenForm form, SigningKey key, URI url, Endpoint endpoint, AccessToken token, Instant ends) {
  public Desk {
    requireNonNull(form, "form");
    requireNonNull(key, "key");
    requireNonNull(url, "url");
    requireNonNull(endpoint, "endpoint");
    requireNonNull(token, "token");
    requireNonNull(ends, "ends");
  }

  /**
   * Asks for a token, as DOKU does before it notifies.
   *
   * @throws UnusableEndpointException if the merchant gives none; without one nothing that is sent
   *     shows anything
   */
  public static Desk open(
      TokenForm form, String clientId, SigningKey key, URI url, Duration patience, Instant now)
      throws UnusableEndpointException {
    try {
      Response response = form.ask(clientId, key, url, patience, now);
      AccessToken token =
          form.token(response)
              .orElseThrow(
                  () ->
                      new UnusableEndpointException(
                          "expected a token from "
                              + url
                              + ", got "
                              + response.status()
                              + "; has the endpoint DOKU's public key, and does --token-url name"
                              + " where it gives tokens?"));
      Endpoint endpoint = HttpEndpoint.of(NotificationUrl.parse(url.toString()), patience);
      // A token says its end in whole seconds.
      Instant ends = now.plus(form.life(response)).plusSeconds(1);
      return new Desk(form, key, url, endpoint, token, ends);
    } catch (IOException e) {
      throw new UnusableEndpointException(
          "expected a token from "
              + url
              + ", got no answer: "
              + Visible.line(String.valueOf(e.getMessage())));
    }
  }
}
