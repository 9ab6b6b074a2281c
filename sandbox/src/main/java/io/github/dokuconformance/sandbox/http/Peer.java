package io.github.dokuconformance.sandbox.http;

import java.net.URI;

/**
 * A server that is called.
 *
 * @param host a name or an address, without brackets
 * @param authority host and port as they stand in its URL, for the Host header
 */
public record Peer(boolean isSecure, String host, int port, String authority) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Returns the server of an http or https URL that has a host. */
  public static Peer of(URI url) {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    String host = url.getHost();
    int port = url.getPort() < 0 ? (secure ? HTTPS : HTTP) : url.getPort();
    return new Peer(
        secure,
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
        port,
        url.getPort() < 0 ? host : host + ":" + url.getPort());
  }
}
