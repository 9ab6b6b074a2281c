package io.github.dokuconformance.sandbox.http;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.finding.Visible;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and its port, as a {@code Host} header, an origin or a user names them.
 *
 * @param host in lower case; an IPv6 address in its one canonical form, without brackets
 * @param port {@link #ANY_PORT} where none is named
 */
public record Authority(String host, int port) {
  static final int ANY_PORT = -1;

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}\\])(?::([0-9]{1,5}))?");
  private static final Pattern ORIGIN = Pattern.compile("(https?)://(.+)");
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /**
   * Returns what a user names.
   *
   * @param text a name or an address, with a port where not any will do
   * @throws IllegalArgumentException where it is neither; says what was wanted
   */
  public static Authority named(String text) {
    return parse(requireNonNull(text, "text"), ANY_PORT)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a host such as host.docker.internal, doku:8580 or [::1], got "
                        + Visible.quoted(text)));
  }

  /** Returns what a {@code Host} header of plain HTTP names. */
  static Optional<Authority> ofHost(String value) {
    return parse(value, HTTP);
  }

  /** Returns what an {@code Origin} header names; nothing where it is {@code null}, for one. */
  static Optional<Authority> ofOrigin(String value) {
    Matcher origin = ORIGIN.matcher(value);
    return origin.matches()
        ? parse(origin.group(2), origin.group(1).equals("http") ? HTTP : HTTPS)
        : Optional.empty();
  }

  /** Returns an address of this machine. */
  static Authority of(InetAddress address, int port) {
    return new Authority(canonical(address), port);
  }

  private static Optional<Authority> parse(String text, int usualPort) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int port = form.group(2) == null ? usualPort : Integer.parseInt(form.group(2));
    return port > 65535
        ? Optional.empty()
        : host(form.group(1)).map(host -> new Authority(host, port));
  }

  private static Optional<String> host(String text) {
    if (text.charAt(0) != '[') {
      String name = text.toLowerCase(Locale.ROOT);
      return Optional.of(name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
          .filter(n -> !n.isEmpty());
    }
    try {
      // Brackets make it an address: nothing is looked up.
      return Optional.of(canonical(InetAddress.getByName(text)));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Returns an address as text, without the interface that it belongs to. */
  private static String canonical(InetAddress address) {
    if (address.isLoopbackAddress() && address instanceof Inet6Address) {
      return "::1";
    }
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }

  boolean includes(Authority other) {
    return host.equals(other.host) && (port == ANY_PORT || port == other.port);
  }

  /** Returns the host as a URL has it. */
  String literal() {
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }

  @Override
  public String toString() {
    return port == ANY_PORT ? literal() : literal() + ":" + port;
  }
}
