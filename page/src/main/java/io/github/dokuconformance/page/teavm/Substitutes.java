package io.github.dokuconformance.page.teavm;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Puts this module's packages in the place of those that can't be compiled for the browser. */
public final class Substitutes implements SubstitutionPolicy {
  @Override
  public void contribute(SubstitutionSink sink) {
    sink.substitutePackage("javax.crypto", "io.github.dokuconformance.page.javax.crypto");
    sink.substitutePackage("tools.jackson.databind", "io.github.dokuconformance.page.databind");
  }
}
