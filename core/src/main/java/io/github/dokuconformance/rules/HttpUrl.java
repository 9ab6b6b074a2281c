package io.github.dokuconformance.rules;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Host and path of an absolute http(s) URL.
 *
 * @param host in lower case; empty where the URL has none that a name server would know
 * @param path as it stands there, or {@code /} where there is none
 */
record HttpUrl(String host, String path) {
  private static final boolean[] PLAIN = new boolean[0x80];

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-./:_?=&"
        .chars()
        .forEach(c -> PLAIN[c] = true);
  }

  /** Tells whether a text begins as an http(s) URL with a host, and is printable ASCII. */
  static boolean isAbsolute(String text) {
    int host = text.regionMatches(true, 0, "https://", 0, 8) ? 8 : 7;
    if (host == 7 && !text.regionMatches(true, 0, "http://", 0, 7)) {
      return false;
    }
    return text.length() > host
        && isHostStart(text.charAt(host))
        && (isPlain(text) || (text.indexOf(' ') < 0 && Visible.isPrintableAscii(text)));
  }

  private static boolean isHostStart(char c) {
    return c == '[' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** Reads a URL that is {@linkplain #isAbsolute absolute}. */
  static HttpUrl read(String url) throws URISyntaxException {
    if (!isPlain(url)) {
      URI uri = new URI(url);
      return of(Optional.ofNullable(uri.getHost()), uri.getRawPath());
    }
    Target target = Target.of(url);
    return of(target.authority().map(HttpUrl::withoutPort), target.path());
  }

  private static HttpUrl of(Optional<String> host, String path) {
    return new HttpUrl(host.orElse("").toLowerCase(Locale.ROOT), path.isEmpty() ? "/" : path);
  }

  private static String withoutPort(String authority) {
    int colon = authority.indexOf(':');
    return colon < 0 ? authority : authority.substring(0, colon);
  }

  /** Tells whether all characters are such as are right in any URL: no %, no user, no IPv6. */
  static boolean isPlain(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) {
        return false;
      }
    }
    return true;
  }
}
