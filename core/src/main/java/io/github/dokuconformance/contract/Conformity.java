package io.github.dokuconformance.contract;

/** What can be told of a value and a schema without a validator. */
public enum Conformity {
  /** The validator must tell. */
  UNSURE,
  /** It conforms, and has members that the schema does not name. */
  WITH_UNKNOWN_FIELDS,
  /** It conforms, and the schema names each of its members. */
  PLAIN
}
