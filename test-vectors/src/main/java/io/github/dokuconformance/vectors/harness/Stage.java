package io.github.dokuconformance.vectors.harness;

/** A value on the way to a signature, in the order in which they are computed and compared. */
public enum Stage {
  DIGEST("digest"),
  STRING_TO_SIGN("stringToSign"),
  SIGNATURE("signature");

  private final String id;

  Stage(String id) {
    this.id = id;
  }

  /** Returns the member name of the stage in vectors, messages and reports. */
  public String id() {
    return id;
  }
}
