package io.github.dokuconformance.pact.contract;

import au.com.dius.pact.core.model.V4Pact;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final String DOKU = "doku-";

  private Contracts() {}

  /** Returns the provider of DOKU's API: {@code doku-} and the channel that is called. */
  public static String doku() {
    return DOKU + ofDoku().get(0).operation().channel();
  }

  /** Returns the contract of consumer {@value #MERCHANT} with provider {@link #doku()}. */
  public static V4Pact merchant() {
    return PactAssembly.pact(MERCHANT, doku(), ofDoku());
  }

  /** Returns the contract of consumer {@value #NOTIFIER} with provider {@value #MERCHANT}. */
  public static V4Pact notifier() {
    return PactAssembly.pact(NOTIFIER, MERCHANT, calledByDoku(true));
  }

  /**
   * Returns a part of the merchant's contract, in the name of a consumer of one's own.
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
            "expected an interaction (" + String.join(", ", ids()) + "), got: " + id);
      }
    }
    return PactAssembly.pact(
        consumer, doku(), known.stream().filter(spec -> ids.contains(spec.id())).toList());
  }

  /** Returns the ids of the interactions in the merchant's contract, in its order. */
  public static List<String> ids() {
    return ofDoku().stream().map(InteractionSpec::id).toList();
  }

  private static List<InteractionSpec> ofDoku() {
    return calledByDoku(false);
  }

  private static List<InteractionSpec> calledByDoku(boolean so) {
    return InteractionSpec.all().stream()
        .filter(spec -> spec.operation().isCalledByDoku() == so)
        .toList();
  }
}
