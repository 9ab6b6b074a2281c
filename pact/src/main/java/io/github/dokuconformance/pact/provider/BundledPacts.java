package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSource;
import au.com.dius.pact.core.model.UnknownPactSource;
import au.com.dius.pact.provider.junitsupport.loader.PactLoader;
import io.github.dokuconformance.pact.contract.Contracts;
import io.github.dokuconformance.pact.contract.PactFiles;
import java.util.List;

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
    for (Pact contract : List.of(Contracts.merchant(), Contracts.notifier())) {
      if (contract.getProvider().getName().equals(providerName)) {
        return List.of(PactFiles.read(PactFiles.name(contract)));
      }
    }
    throw new IllegalArgumentException(
        "expected provider "
            + Contracts.MERCHANT
            + " or "
            + Contracts.doku()
            + ", got: "
            + providerName);
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
