package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.message.Request;

/** Tells whether a web page of somebody else's makes a request, through the user's browser. */
final class Origin {
  private Origin() {}

  /** Source: fetch.spec.whatwg.org, Origin header: browsers send it with all but GET and HEAD. */
  static boolean isForeign(Request request) {
    String host = request.headers().first("Host").orElse("");
    return request
        .headers()
        .first("Origin")
        .map(origin -> !origin.equals("http://" + host))
        .orElse(false);
  }
}
