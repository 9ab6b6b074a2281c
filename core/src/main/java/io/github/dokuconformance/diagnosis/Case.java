package io.github.dokuconformance.diagnosis;

/** One reading of what ought to be signed, with one of the keys that may have signed it. */
public interface Case {
  /** Returns the recipe of a signer who makes no mistake. */
  Recipe right();

  /**
   * Adds what a signer may have done otherwise.
   *
   * @param bodies the forms of the body that {@link Evidence#bodyForms} named
   */
  void addChoices(Choices choices, BodyForms.Made bodies);

  /** Returns the value of the signature header for a MAC. */
  String signature(byte[] mac);

  /** Returns a text that tells the key from others without showing it. */
  String checkValue();

  /** Returns what the check value is of: {@code secret}, or {@code public key}. */
  default String keyName() {
    return "secret";
  }
}
