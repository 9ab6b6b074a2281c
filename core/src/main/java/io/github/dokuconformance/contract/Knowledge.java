package io.github.dokuconformance.contract;

import java.util.Locale;

/** How much of a message's fields is known from DOKU's pages. */
public enum Knowledge {
  /** A whole table of fields. */
  FULL,
  /**
   * Samples, or a part of a table: there may be fields and limits that the schema does not have.
   */
  PARTIAL,
  /** Nothing, or there is no body. */
  NONE;

  /** Returns the name that the contract's files use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
