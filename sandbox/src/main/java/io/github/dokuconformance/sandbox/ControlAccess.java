package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Request;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.Locale;

/**
 * Says who may steer the sandbox: who knows its token, and a plain client on the same machine.
 *
 * <p>A browser is no plain client, for any page may be behind its request. Thread safe.
 */
final class ControlAccess {
  private static final String SCHEME = "Bearer ";

  private final String token = Nonce.make();

  String token() {
    return token;
  }

  void require(Request request, InetAddress peer) throws ControlException {
    if (hasToken(request)) {
      return;
    }
    if (!peer.isLoopbackAddress()) {
      throw refused("another machine");
    }
    for (Header header : request.headers().list()) {
      if (isBrowsers(header.name().toLowerCase(Locale.ROOT))) {
        throw refused("a browser (" + header.name() + ")");
      }
    }
  }

  private boolean hasToken(Request request) {
    byte[] wanted = (SCHEME + token).getBytes(UTF_8);
    return request.headers().all("Authorization").stream()
        .anyMatch(value -> MessageDigest.isEqual(value.getBytes(UTF_8), wanted));
  }

  /** Sec-Fetch-Mode alone is no browser's: Node's fetch sends it, and none of its sisters. */
  private static boolean isBrowsers(String name) {
    return name.equals("origin")
        || name.equals("referer")
        || (name.startsWith("sec-fetch-") && !name.equals("sec-fetch-mode"));
  }

  private static ControlException refused(String sender) {
    return new ControlException(
        403,
        "expected Authorization: Bearer with the control token, since the request comes from "
            + sender
            + "; the token is in the ready file, in DOKU_SANDBOX_TOKEN, and controlToken() in Java");
  }
}
