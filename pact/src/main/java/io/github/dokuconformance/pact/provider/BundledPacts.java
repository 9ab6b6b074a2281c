package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.provider.junitsupport.loader.PactLoader;
import io.github.dokuconformance.pact.contract.Contracts;
import io.github.dokuconformance.pact.contract.PactFiles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Loads the bundled contracts of a provider:
 * {@code @Provider("merchant") @PactSource(BundledPacts.class)}.
 */
public final class BundledPacts implements PactLoader {
  /** Called by Pact. */
  public BundledPacts() {}

  /**
   * Returns the contracts of that provider.
   *
   * @throws IllegalArgumentException where there is none
   */
  @Override
  public List<Pact> load(String providerName) {
    List<Pact> found = new ArrayList<>();
    Set<String> providers = new LinkedHashSet<>();
    for (Pact contract : Contracts.all()) {
      String provider = contract.getProvider().getName();
      providers.add(provider);
      if (provider.equals(providerName)) {
        found.add(PactFiles.read(PactFiles.name(contract)));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "expected provider " + String.join(" or ", providers) + ", got: " + providerName);
    }
    return found;
  }

  @Override
  public PactSource getPactSource() {
    return UnknownPactSource.INSTANCE;
  }

  @Override
  public String description() {
    return "the contracts bundled with doku-conformance";
  }
}
