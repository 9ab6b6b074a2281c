package io.github.dokuconformance.diagnosis.body;

/** What a signer may have done to a body; a scheme has a code for each that is a mistake in it. */
public enum BodyMistake {
  MINIFIED,
  PRETTY_PRINTED,
  RESERIALIZED,
  WHITESPACE_STRIPPED,
  TRIMMED,
  LINE_ENDINGS,
  BOM,
  COMPRESSED,
  CHARSET,
  URL_DECODED,
  HTML_DECODED,
  JSON_STRING,
  OTHER_AMOUNT_FORMAT
}
