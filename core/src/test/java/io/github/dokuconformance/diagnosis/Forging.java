package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;

/**
 * One way to sign wrongly, and the code that must be found.
 *
 * @param alone whether it is looked for beside no other
 */
record Forging(NonSnapMistake code, String variant, boolean alone, Consumer<Forgery> change) {
  Forging(NonSnapMistake code, String variant, Consumer<Forgery> change) {
    this(code, variant, false, change);
  }

  Dimension<?> dimension() {
    return code.dimension();
  }

  /** Signs the sample with these mistakes, made in the order in which a signer comes to them. */
  static String sign(Sample sample, Forging... forgings) {
    Forgery forgery = new Forgery(sample);
    Arrays.stream(forgings)
        .sorted(Comparator.comparing(Forging::dimension))
        .forEach(forging -> forging.change.accept(forgery));
    return forgery.sign();
  }

  @Override
  public String toString() {
    return code + " (" + variant + ")";
  }
}
