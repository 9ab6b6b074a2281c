package io.github.dokuconformance.sandbox.http;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets in who means this server, and nobody whom a web page sends without its user's knowledge.
 *
 * <p>A page may make a browser send requests anywhere. It can't choose the {@code Host}, which is
 * its own where its name was made to lead here (DNS rebinding), nor hide the {@code Origin} of what
 * it posts. Sources: RFC 9110, section 7.2; fetch.spec.whatwg.org, Origin header;
 * w3.org/TR/fetch-metadata. Immutable.
 */
final class Gate {
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final InetSocketAddress bound;
  private final List<Authority> allowed;

  /** How the allowed hosts are mostly spelt: most requests need no more than a look here. */
  private final Set<String> usual;

  /**
   * Makes a gate.
   *
   * @param name under which the address was asked for, or that address itself
   * @param named hosts that the user allows
   */
  Gate(String name, InetSocketAddress bound, Collection<Authority> named) {
    this.bound = bound;
    InetAddress address = bound.getAddress();
    boolean isLocal = address.isLoopbackAddress() || address.isAnyLocalAddress();
    Set<Authority> all = new LinkedHashSet<>();
    (isLocal ? Stream.concat(LOCAL.stream(), Stream.of(name)) : Stream.of(name))
        .flatMap(host -> Authority.ofHost(host).stream())
        .forEach(host -> all.add(new Authority(host.host(), bound.getPort())));
    if (!address.isAnyLocalAddress()) {
      all.add(Authority.of(address, bound.getPort()));
    }
    all.addAll(named);
    this.allowed = List.copyOf(all);
    this.usual = all.stream().map(Authority::toString).collect(Collectors.toSet());
  }

  /**
   * Refuses who is not let in.
   *
   * @param local the address that the client reached
   * @param isPage whether the target is a page that other sites may lead a person to
   */
  void admit(RequestHead head, InetAddress local, boolean isPage) throws Refused {
    admitHost(head.headers().first("Host").orElse(""), local);
    Optional<String> authority = head.target().authority();
    if (authority.isPresent()) {
      admitHost(authority.get(), local);
    }
    admitSender(head, local, isPage);
  }

  private void admitHost(String value, InetAddress local) throws Refused {
    if (usual.contains(value)) {
      return;
    }
    Optional<Authority> host = Authority.ofHost(value);
    if (host.isPresent() && isAllowed(host.get(), local)) {
      return;
    }
    throw new Refused(
        HttpFront.MISDIRECTED,
        "expected as Host "
            + allowed.stream().map(Authority::toString).collect(Collectors.joining(" or "))
            + ", got "
            + Visible.quoted(value)
            + host.map(h -> "; if that is this server, allow it" + option(h)).orElse(""));
  }

  private void admitSender(RequestHead head, InetAddress local, boolean isPage) throws Refused {
    Headers headers = head.headers();
    for (String origin : headers.all("Origin")) {
      Optional<Authority> sender = Authority.ofOrigin(origin);
      if (sender.isEmpty() || !isAllowed(sender.get(), local)) {
        throw new Refused(
            HttpFront.FORBIDDEN,
            "expected no other site's page as sender, got Origin "
                + Visible.quoted(origin)
                + sender
                    .map(s -> "; if that page is yours, allow its host" + option(s))
                    .orElse(""));
      }
    }
    boolean isFollowed =
        isPage
            && READING.contains(head.method())
            && headers.first("Sec-Fetch-Mode").filter("navigate"::equals).isPresent();
    Optional<String> site = headers.first("Sec-Fetch-Site").filter(ELSEWHERE::contains);
    if (site.isPresent() && headers.count("Origin") == 0 && !isFollowed) {
      throw new Refused(
          HttpFront.FORBIDDEN,
          "expected no other site's page as sender, got Sec-Fetch-Site " + site.get());
    }
  }

  private boolean isAllowed(Authority host, InetAddress local) {
    return Authority.of(local, bound.getPort()).equals(host)
        || allowed.stream().anyMatch(one -> one.includes(host));
  }

  private String option(Authority host) {
    String name = host.port() == bound.getPort() ? host.literal() : host.toString();
    return ": --allow-host " + name + " (in Java allowHost)";
  }
}
