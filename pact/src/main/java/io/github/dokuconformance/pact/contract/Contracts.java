package io.github.dokuconformance.pact.contract;

import au.com.dius.pact.core.model.V4Pact;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Closest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The contracts between a merchant and DOKU, as Pact knows them: specification V4.
 *
 * <p>Bodies are the project's examples, matching rules come from its schemas. Each call builds new
 * objects, for Pact's are mutable. Thread safe.
 */
public final class Contracts {
  /** Consumer of DOKU's API, and provider of a notification endpoint. */
  public static final String MERCHANT = "merchant";

  /** Consumer of a merchant's notification endpoint. */
  public static final String NOTIFIER = "doku-notifier";

  /** Provider of an endpoint of SNAP, which gives DOKU a token before it is notified. */
  public static final String SNAP_MERCHANT = "merchant-snap";

  private static final String DOKU = "doku-";

  private Contracts() {}

  /** Returns the channels that have contracts, that of the first file first. */
  public static List<String> channels() {
    return InteractionSpec.all().stream().map(InteractionSpec::channel).distinct().toList();
  }

  /** Returns the provider of DOKU's API for a channel: {@code doku-akulaku}. */
  public static String doku(String channel) {
    return DOKU + name(channel);
  }

  private static String name(String channel) {
    return channel.replace('.', '-');
  }

  /** Returns all contracts: of each channel the merchant's, and the notifier's. */
  public static List<V4Pact> all() {
    return channels().stream()
        .flatMap(channel -> Stream.of(merchant(channel), notifier(channel)))
        .toList();
  }

  /** Returns the contract of consumer {@value #MERCHANT} with provider {@link #doku(String)}. */
  public static V4Pact merchant(String channel) {
    return PactAssembly.pact(MERCHANT, doku(channel), of(channel, false));
  }

  /**
   * Returns the contract of the merchant's endpoint with the consumer that notifies of a channel:
   * {@value #NOTIFIER} for the first, {@code doku-notifier-checkout} for another. Its provider is
   * {@value #MERCHANT}, or {@value #SNAP_MERCHANT} where what comes carries the merchant's token.
   */
  public static V4Pact notifier(String channel) {
    String consumer = channel.equals(channels().get(0)) ? NOTIFIER : NOTIFIER + "-" + name(channel);
    List<InteractionSpec> specs = of(channel, true);
    boolean tokens = specs.stream().anyMatch(spec -> spec.operation().is(Role.TOKEN));
    return PactAssembly.pact(consumer, tokens ? SNAP_MERCHANT : MERCHANT, specs);
  }

  /**
   * Returns a part of a channel's merchant contract, in the name of a consumer of one's own.
   *
   * @param ids such as {@code generate-order.full}; see {@link #ids()}
   * @throws IllegalArgumentException where an id is none of the contract's
   */
  public static V4Pact merchant(String consumer, Collection<String> ids) {
    List<InteractionSpec> known = ofDoku();
    Set<String> names = known.stream().map(InteractionSpec::id).collect(Collectors.toSet());
    for (String id : ids) {
      if (!names.contains(id)) {
        throw new IllegalArgumentException(
            "expected an interaction ("
                + String.join(", ", ids())
                + "), got: "
                + id
                + Closest.hint(id, names));
      }
    }
    List<InteractionSpec> chosen = known.stream().filter(spec -> ids.contains(spec.id())).toList();
    String channel = chosen.isEmpty() ? channels().get(0) : chosen.get(0).channel();
    return PactAssembly.pact(consumer, doku(channel), chosen);
  }

  /** Returns the ids of the interactions in the merchant's contracts, in their order. */
  public static List<String> ids() {
    return ofDoku().stream().map(InteractionSpec::id).toList();
  }

  private static List<InteractionSpec> ofDoku() {
    return InteractionSpec.all().stream()
        .filter(spec -> !spec.operation().isCalledByDoku())
        .toList();
  }

  private static List<InteractionSpec> of(String channel, boolean calledByDoku) {
    return InteractionSpec.all().stream()
        .filter(spec -> spec.channel().equals(channel))
        .filter(spec -> spec.operation().isCalledByDoku() == calledByDoku)
        .toList();
  }
}
