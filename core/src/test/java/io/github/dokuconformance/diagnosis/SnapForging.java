package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.diagnosis.snap.SnapMistake;
import java.util.function.Consumer;

/** One way to sign a message of SNAP wrongly, and the code that must be found. */
record SnapForging(SnapMistake code, String variant, Consumer<SnapForgery> change) {
  @Override
  public String toString() {
    return code + " (" + variant + ")";
  }
}
