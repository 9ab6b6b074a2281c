package io.github.dokuconformance.cli.input.curl;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an option of curl means for the request that it makes. */
enum CurlOption {
  /** Changes nothing about the message, and stands alone. */
  HARMLESS(
      "s/silent S/show-error k/insecure L/location i/include v/verbose f/fail N/no-buffer q/disable"
          + " #/progress-bar O/remote-name J/remote-header-name 0/http1.0 4/ipv4 6/ipv6 1/tlsv1"
          + " compressed http1.1 http2 http2-prior-knowledge http3 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3"
          + " fail-with-body fail-early location-trusted post301 post302 post303 raw tcp-nodelay"
          + " tcp-fastopen no-progress-meter ssl-no-revoke create-dirs no-keepalive no-alpn no-npn"
          + " no-sessionid suppress-connect-headers styled-output show-headers"),
  /** Changes nothing about what is checked, and takes a value, which is passed over. */
  HARMLESS_WITH_VALUE(
      "A/user-agent b/cookie c/cookie-jar u/user e/referer o/output m/max-time w/write-out"
          + " x/proxy U/proxy-user D/dump-header E/cert Y/speed-limit y/speed-time connect-timeout"
          + " cacert capath key cert-type key-type pass ciphers tls-max resolve connect-to"
          + " interface max-redirs noproxy retry retry-delay retry-max-time limit-rate"
          + " keepalive-time dns-servers stderr trace trace-ascii output-dir proxy-header"),
  REQUEST("X/request"),
  HEADER("H/header"),
  URL("url"),
  GET("G/get"),
  HEAD("I/head"),
  GLOBOFF("g/globoff"),
  PATH_AS_IS("path-as-is"),
  /** Data of which line ends are dropped if it comes from a file. */
  DATA("d/data data-ascii"),
  DATA_RAW("data-raw"),
  DATA_BINARY("data-binary"),
  JSON("json"),
  /** Makes a body or a request that no API of DOKU takes, or takes options from elsewhere. */
  UNSUPPORTED(
      "F/form T/upload-file K/config Z/parallel :/next data-urlencode form-string request-target"
          + " url-query variable expand-data aws-sigv4 oauth2-bearer");

  private static final Map<String, CurlOption> BY_NAME = new HashMap<>();

  static {
    for (CurlOption option : values()) {
      for (String names : option.names.split(" ", -1)) {
        int slash = names.indexOf('/');
        if (slash >= 0) {
          BY_NAME.put("-" + names.substring(0, slash), option);
        }
        BY_NAME.put("--" + names.substring(slash + 1), option);
      }
    }
  }

  private final String names;

  CurlOption(String names) {
    this.names = names;
  }

  /** Returns the option of that name, given as {@code -d} or {@code --data}. */
  static Optional<CurlOption> of(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns its long name as it is written: {@code --data}. */
  @Override
  public String toString() {
    return "--" + names.split(" ", -1)[0].replaceFirst(".*/", "");
  }

  /** Returns all names that are known, with the option that each means. */
  static Map<String, CurlOption> byName() {
    return Map.copyOf(BY_NAME);
  }

  boolean takesValue() {
    return switch (this) {
      case HARMLESS, GET, HEAD, GLOBOFF, PATH_AS_IS -> false;
      default -> true;
    };
  }
}
