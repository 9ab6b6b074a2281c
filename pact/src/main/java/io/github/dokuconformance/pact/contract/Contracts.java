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

  /** Provider of DOKU's Akulaku API. */
  public static final String DOKU = "doku-akulaku";

  /** Consumer of a merchant's notification endpoint. */
  public static final String NOTIFIER = "doku-notifier";

  private Contracts() {}

  /** Returns the contract of consumer {@value #MERCHANT} with provider {@value #DOKU}. */
  public static V4Pact merchant() {
    return PactAssembly.pact(MERCHANT, DOKU, of(DOKU));
  }

  /** Returns the contract of consumer {@value #NOTIFIER} with provider {@value #MERCHANT}. */
  public static V4Pact notifier() {
    return PactAssembly.pact(NOTIFIER, MERCHANT, of(MERCHANT));
  }

  /**
   * Returns a part of the merchant's contract, in the name of a consumer of one's own.
   *
   * @param ids such as {@code generate-order.full}; see {@link #ids()}
   * @throws IllegalArgumentException where an id is none of the contract's
   */
  public static V4Pact merchant(String consumer, Collection<String> ids) {
    List<InteractionSpec> known = of(DOKU);
    Set<String> names = known.stream().map(InteractionSpec::id).collect(Collectors.toSet());
    for (String id : ids) {
      if (!names.contains(id)) {
        throw new IllegalArgumentException(
            "expected an interaction (" + String.join(", ", ids()) + "), got: " + id);
      }
    }
    return PactAssembly.pact(
        consumer, DOKU, known.stream().filter(spec -> ids.contains(spec.id())).toList());
  }

  /** Returns the ids of the interactions in the merchant's contract, in its order. */
  public static List<String> ids() {
    return of(DOKU).stream().map(InteractionSpec::id).toList();
  }

  private static List<InteractionSpec> of(String provider) {
    return InteractionSpec.all().stream()
        .filter(spec -> spec.operation().isCalledByDoku() == provider.equals(MERCHANT))
        .toList();
  }
}
