package io.github.dokuconformance.signature.snap;

import io.github.dokuconformance.message.Headers;

/**
 * The headers of SNAP.
 *
 * <p>Source: developers.doku.com, "Get Token API" and "Signature Component, SNAP" (documented).
 */
final class SnapHeader {
  static final String CLIENT_KEY = "X-CLIENT-KEY";
  static final String PARTNER_ID = "X-PARTNER-ID";
  static final String EXTERNAL_ID = "X-EXTERNAL-ID";
  static final String TIMESTAMP = "X-TIMESTAMP";
  static final String SIGNATURE = "X-SIGNATURE";
  static final String AUTHORIZATION = "Authorization";

  private SnapHeader() {}

  /** Tells whether a request asks for a token. */
  static boolean asksForToken(Headers request) {
    return has(request, CLIENT_KEY)
        && !has(request, PARTNER_ID)
        && !has(request, AUTHORIZATION)
        && (has(request, TIMESTAMP) || has(request, SIGNATURE));
  }

  /**
   * Tells whether a request is a transaction: one header is other APIs' too, two of them are not.
   */
  static boolean isTransaction(Headers request) {
    int found = 0;
    found += has(request, SIGNATURE) ? 1 : 0;
    found += has(request, TIMESTAMP) ? 1 : 0;
    found += has(request, PARTNER_ID) || has(request, CLIENT_KEY) ? 1 : 0;
    return found >= 2 && !asksForToken(request);
  }

  private static boolean has(Headers request, String name) {
    return request.first(name).isPresent();
  }
}
