package io.github.dokuconformance.sandbox;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.sandbox.http.Authority;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a sandbox is set up. Immutable. */
public final class SandboxOptions {
  private final Contract contract;
  private final Map<String, MerchantKeys> merchants;
  private final InetSocketAddress address;
  private final List<Authority> allowedHosts;
  private final Clock clock;
  private final Optional<URI> notificationUrl;
  private final Optional<URI> inquiryUrl;
  private final Optional<URI> tokenUrl;
  private final Supplier<AsymmetricKey> dokuKey;
  private final SandboxListener listener;
  private final int keptExchanges;
  private final int keptOrders;
  private final Duration delay;

  private SandboxOptions(Builder builder) {
    this.contract = builder.contract;
    this.merchants = Map.copyOf(builder.merchants);
    this.address = builder.address;
    this.allowedHosts = List.copyOf(builder.allowedHosts);
    this.clock = builder.clock;
    this.notificationUrl = Optional.ofNullable(builder.notificationUrl);
    this.inquiryUrl = Optional.ofNullable(builder.inquiryUrl);
    this.tokenUrl = Optional.ofNullable(builder.tokenUrl);
    this.dokuKey = builder.dokuKey;
    this.listener = builder.listener;
    this.keptExchanges = builder.keptExchanges;
    this.keptOrders = builder.keptOrders;
    this.delay = builder.delay;
  }

  public static Builder builder() {
    return new Builder();
  }

  Map<String, MerchantKeys> merchants() {
    return merchants;
  }

  Contract contract() {
    return contract;
  }

  InetSocketAddress address() {
    return address;
  }

  List<Authority> allowedHosts() {
    return allowedHosts;
  }

  Clock clock() {
    return clock;
  }

  Optional<URI> notificationUrl() {
    return notificationUrl;
  }

  Optional<URI> inquiryUrl() {
    return inquiryUrl;
  }

  Optional<URI> tokenUrl() {
    return tokenUrl;
  }

  /** Returns DOKU's key pair, which is made when it is first asked for. */
  Supplier<AsymmetricKey> dokuKey() {
    return dokuKey;
  }

  SandboxListener listener() {
    return listener;
  }

  int keptExchanges() {
    return keptExchanges;
  }

  int keptOrders() {
    return keptOrders;
  }

  Duration delay() {
    return delay;
  }

  /** Gathers options; {@link #build()} ends it. */
  public static final class Builder {
    private Contract contract = Contract.bundled();
    private final Map<String, MerchantKeys> merchants = new LinkedHashMap<>();
    private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private final List<Authority> allowedHosts = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private @Nullable URI notificationUrl;
    private @Nullable URI inquiryUrl;
    private @Nullable URI tokenUrl;
    private Supplier<AsymmetricKey> dokuKey = Once.of(AsymmetricKey::make);
    private SandboxListener listener = new SandboxListener() {};
    private int keptExchanges = 1000;
    private int keptOrders = 20_000;
    private Duration delay = Duration.ofSeconds(5);

    private Builder() {}

    /** Adds a merchant; there must be one. */
    public Builder merchant(String clientId, MerchantSecret secret) {
      return merchant(clientId, MerchantKeys.of(requireNonNull(secret, "secret")));
    }

    /**
     * Adds a merchant that may have several secrets: the first one signs, each is taken.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder merchant(String clientId, MerchantKeys keys) {
      if (keys.secrets().isEmpty()) {
        throw new IllegalArgumentException("expected a secret to sign with, got none");
      }
      merchants.put(requireNonNull(clientId, "clientId"), keys);
      return this;
    }

    /** Sets whose operations are served, in place of those of the bundled contract. */
    public Builder contract(Contract other) {
      contract = requireNonNull(other, "other");
      return this;
    }

    /** Sets where to listen; without it a free port of the loopback address. */
    public Builder address(InetSocketAddress where) {
      address = requireNonNull(where, "where");
      return this;
    }

    /**
     * Adds a name under which clients may call, beside that of the address and localhost: that of a
     * container's host, for one. Pages of that host may call too.
     *
     * @param name such as {@code host.docker.internal}; with a port where not any will do
     */
    public Builder allowHost(String name) {
      allowedHosts.add(Authority.named(name));
      return this;
    }

    /** Sets the clock that the sandbox's own starts from. */
    public Builder clock(Clock base) {
      clock = requireNonNull(base, "base");
      return this;
    }

    /** Sets the Notification URL, as it would be configured at DOKU; nothing is sent without. */
    public Builder notificationUrl(URI url) {
      notificationUrl = HttpUrls.require(requireNonNull(url, "url").toString());
      return this;
    }

    /** Sets the inquiry URL, as it would be configured at DOKU; nobody is asked without. */
    public Builder inquiryUrl(URI url) {
      inquiryUrl = HttpUrls.require(requireNonNull(url, "url").toString());
      return this;
    }

    /**
     * Sets where the merchant gives tokens; without, it is asked at the path of DOKU's own on the
     * host of what is sent.
     */
    public Builder tokenUrl(URI url) {
      tokenUrl = HttpUrls.require(requireNonNull(url, "url").toString());
      return this;
    }

    /**
     * Sets the key pair that signs as DOKU; without it one is made.
     *
     * @throws IllegalArgumentException if it has no private half
     */
    public Builder dokuKey(AsymmetricKey pair) {
      if (!pair.canSign()) {
        throw new IllegalArgumentException("expected DOKU's private key, got the public one alone");
      }
      dokuKey = () -> pair;
      return this;
    }

    public Builder listener(SandboxListener other) {
      listener = requireNonNull(other, "other");
      return this;
    }

    /** Sets how many exchanges are held at most; older ones are counted only. */
    public Builder keptExchanges(int most) {
      keptExchanges = atLeastOne(most);
      return this;
    }

    /** Sets how many orders are held at most; older ones are forgotten. */
    public Builder keptOrders(int most) {
      keptOrders = atLeastOne(most);
      return this;
    }

    /** Sets how late a response with the fault {@code response.delay} comes. */
    public Builder delay(Duration howLong) {
      delay = requireNonNull(howLong, "howLong");
      return this;
    }

    private static int atLeastOne(int most) {
      if (most < 1) {
        throw new IllegalArgumentException("expected at least 1, got: " + most);
      }
      return most;
    }

    /**
     * Returns the options.
     *
     * @throws IllegalStateException if no merchant was added
     */
    public SandboxOptions build() {
      if (merchants.isEmpty()) {
        throw new IllegalStateException("expected at least one merchant, got none");
      }
      return new SandboxOptions(this);
    }
  }
}
