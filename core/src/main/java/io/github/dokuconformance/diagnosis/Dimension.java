package io.github.dokuconformance.diagnosis;

import java.util.Locale;

/**
 * The choices a signer makes; a recipe has one value for each, a mistake changes one.
 *
 * <p>Changes are applied in this order, so the later one wins where two would speak of one thing.
 */
public enum Dimension {
  SECRET,
  COMPONENT_NAMES,
  NAME_SEPARATOR,
  LINE_SEPARATOR,
  LINES,
  LAST_LINE_END,
  CLIENT_ID,
  REQUEST_ID,
  TIMESTAMP,
  TARGET,
  VALUE_WHITESPACE,
  BODY,
  DIGEST_LINE,
  DIGEST_HASH,
  DIGEST_ENCODING,
  DIGEST_PREFIX,
  TEXT,
  MAC,
  SIGNATURE_PREFIX,
  SIGNATURE_ENCODING,
  SIGNATURE_LENGTH;

  /** Returns the name for people: {@code digest encoding}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
