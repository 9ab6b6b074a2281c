package io.github.dokuconformance.vectors.harness;

/**
 * How much more than the bare answer has to be right.
 *
 * @param reasons a rejection has to give one of the case's reasons
 * @param errors a validation has to report exactly the case's errors, not just these among others
 */
public record Strictness(boolean reasons, boolean errors) {
  public static final Strictness LENIENT = new Strictness(false, false);
}
