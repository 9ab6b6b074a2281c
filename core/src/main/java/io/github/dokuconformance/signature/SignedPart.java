package io.github.dokuconformance.signature;

import io.github.dokuconformance.finding.Part;

/** Whose signature is looked at. */
public enum SignedPart {
  /** A request that a merchant sends to DOKU. */
  REQUEST(Part.REQUEST, false),
  /** What DOKU answers. */
  RESPONSE(Part.RESPONSE, true),
  /** A request that DOKU sends to a URL of the merchant's: a notification or an inquiry. */
  NOTIFICATION(Part.REQUEST, true),
  /** What the merchant answers to that. */
  ANSWER(Part.RESPONSE, false);

  private final Part part;
  private final boolean ofDoku;

  SignedPart(Part part, boolean ofDoku) {
    this.part = part;
    this.ofDoku = ofDoku;
  }

  /** Returns the one of that part, which DOKU signs or the merchant. */
  public static SignedPart of(Part part, boolean ofDoku) {
    if (part == Part.REQUEST) {
      return ofDoku ? NOTIFICATION : REQUEST;
    }
    return ofDoku ? RESPONSE : ANSWER;
  }

  public Part part() {
    return part;
  }

  /** Tells whether DOKU signs it, not the merchant. */
  public boolean isOfDoku() {
    return ofDoku;
  }
}
