package io.github.dokuconformance.probe;

import io.github.dokuconformance.message.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The URL that a user named; nothing is sent anywhere else.
 *
 * @param authority host and port as they stand in the URL, for the Host header
 * @param target path and query, undecoded; a path of {@code /} where the URL has none
 */
public record NotificationUrl(
    boolean isSecure, String host, int port, String authority, Target target) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int LAST_PORT = 65_535;

  /**
   * Reads a URL.
   *
   * @throws IllegalArgumentException if it is no http or https URL that DOKU could be given; the
   *     message says what was wanted
   */
  public static NotificationUrl parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw wanted(text + " (" + e.getReason() + " at index " + e.getIndex() + ")");
    }
    if (text.chars().anyMatch(c -> c >= 0x7f)) {
      throw wanted(text + " (characters beyond ASCII have to be percent-encoded)");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean secure = scheme.equals("https");
    if ((!secure && !scheme.equals("http")) || uri.getHost() == null) {
      throw wanted(text);
    }
    if (uri.getRawUserInfo() != null) {
      // What stands there is a password, so it is not repeated.
      throw new IllegalArgumentException(
          "expected a notification URL without user and password: DOKU calls none that needs them");
    }
    if (uri.getRawFragment() != null) {
      throw wanted(text + " (a fragment is never sent)");
    }
    if (uri.getPort() > LAST_PORT || uri.getPort() == 0) {
      throw wanted(text + " (no such port)");
    }
    int port = uri.getPort() < 0 ? (secure ? HTTPS : HTTP) : uri.getPort();
    return new NotificationUrl(
        secure, unbracketed(uri.getHost()), port, uri.getRawAuthority(), Target.of(uri));
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static IllegalArgumentException wanted(String got) {
    return new IllegalArgumentException(
        "expected a URL such as https://merchant.example/payments/notifications, got: " + got);
  }
}
