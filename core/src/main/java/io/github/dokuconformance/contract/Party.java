package io.github.dokuconformance.contract;

/** One of the two sides that exchange messages. */
public enum Party {
  MERCHANT,
  DOKU
}
