package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.sandbox.token.NoTokenException;
import io.github.dokuconformance.sandbox.token.TokenSource;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * With what an attempt is signed.
 *
 * @param token that goes with it, where its scheme wants one
 */
record Signing(URI url, Scheme scheme, SigningKey key, Optional<AccessToken> token) {

  static Signing of(Notification notification, URI url, Notifier.Keys keys, TokenSource tokens)
      throws NoTokenException {
    Scheme scheme = Schemes.bundled().of(notification.operation().scheme());
    String clientId = notification.order().clientId();
    return new Signing(url, scheme, keys.of(clientId, scheme), tokens.token(scheme, clientId, url));
  }

  Signing with(SigningKey other) {
    return new Signing(url, scheme, other, token);
  }

  Request sign(Notification notification, Instant now) {
    return notification.sign(scheme, key, url, token, now);
  }
}
