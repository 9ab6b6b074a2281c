package io.github.dokuconformance.contract;

import java.util.Set;

/**
 * Who fixes an amount, by what a message says of it: C the merchant, O the payer, V the payer
 * within limits.
 *
 * <p>Source: DOKU client libraries, SNAP, validators of virtual account requests (documented).
 */
public final class AmountType {
  private static final Set<String> BY_THE_PAYER = Set.of("O", "V");

  private AmountType() {}

  /** Tells whether the payer fixes the amount, and only then has it limits. */
  public static boolean isByThePayer(String type) {
    return BY_THE_PAYER.contains(type);
  }
}
