package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.finding.Visible;
import java.net.URI;
import java.net.URISyntaxException;

/** Reads addresses that something is to be sent to. */
final class HttpUrls {
  private HttpUrls() {}

  /**
   * Returns the URL.
   *
   * @throws IllegalArgumentException where it is not an absolute http or https URL; says why
   */
  static URI require(String text) {
    try {
      URI url = new URI(text);
      boolean http = "http".equalsIgnoreCase(url.getScheme());
      if ((http || "https".equalsIgnoreCase(url.getScheme())) && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Told below, in the same words.
    }
    throw new IllegalArgumentException(
        "expected an URL such as http://localhost:8080/notifications, got " + Visible.quoted(text));
  }
}
