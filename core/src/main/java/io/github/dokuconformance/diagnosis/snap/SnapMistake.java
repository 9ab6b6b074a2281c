package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.MistakeCode;

/** The mistakes of a signer of SNAP; the codes are stable, and none is ever renamed. */
public enum SnapMistake implements MistakeCode {
  SIGNATURE_MISSING("snap.signature.missing", SnapDimensions.SIGNATURE_PREFIX),

  BODY_NOT_MINIFIED("snap.body.not-minified", SnapDimensions.BODY),
  BODY_WHITESPACE_STRIPPED("snap.body.whitespace-inside-strings-stripped", SnapDimensions.BODY),
  BODY_ASCII_ESCAPED("snap.body.ascii-escaped", SnapDimensions.BODY),
  BODY_SLASH_ESCAPED("snap.body.slash-escaped", SnapDimensions.BODY),
  BODY_HTML_ESCAPED("snap.body.html-escaped", SnapDimensions.BODY),
  BODY_DEFAULT_SEPARATORS("snap.body.default-separators", SnapDimensions.BODY),
  BODY_KEYS_SORTED("snap.body.keys-sorted", SnapDimensions.BODY),
  BODY_INTEGER_KEYS_FIRST("snap.body.integer-keys-first", SnapDimensions.BODY),
  BODY_NUMBER_RESPELLED("snap.body.number-respelled", SnapDimensions.BODY),
  BODY_EMPTY_ARRAY("snap.body.empty-array-for-object", SnapDimensions.BODY),
  BODY_NULLS_DROPPED("snap.body.nulls-dropped", SnapDimensions.BODY),
  BODY_NULL_TEXT("snap.body.null-text", SnapDimensions.BODY),
  BODY_JSON_STRING("snap.body.json-string", SnapDimensions.BODY),
  BODY_OTHER_MESSAGE("snap.body.other-message", SnapDimensions.BODY),
  BODY_CHARSET("snap.body.charset", SnapDimensions.BODY),

  HASH_UPPER_HEX("snap.hash.upper-hex", SnapDimensions.BODY_HASH),
  HASH_BASE64("snap.hash.base64", SnapDimensions.BODY_HASH),
  HASH_ALGORITHM("snap.hash.algorithm", SnapDimensions.BODY_HASH),
  HASH_OMITTED("snap.hash.omitted", SnapDimensions.BODY_HASH),
  HASH_RAW_BODY("snap.hash.raw-body", SnapDimensions.BODY_HASH),
  HASH_KEYED("snap.hash.keyed", SnapDimensions.BODY_HASH),

  TOKEN_WITH_BEARER("snap.token.with-bearer", SnapDimensions.TOKEN),
  TOKEN_OMITTED("snap.token.omitted", SnapDimensions.TOKEN),
  TOKEN_EMPTY("snap.token.empty", SnapDimensions.TOKEN),
  TOKEN_OWN_OUTBOUND("snap.token.own-outbound", SnapDimensions.TOKEN),
  TOKEN_CUSTOMER("snap.token.customer", SnapDimensions.TOKEN),
  TOKEN_STALE("snap.token.stale", SnapDimensions.TOKEN),

  PATH_WITH_HOST("snap.path.with-host", SnapDimensions.PATH),
  PATH_QUERY("snap.path.query", SnapDimensions.PATH),
  PATH_FIXED("snap.path.fixed", SnapDimensions.PATH),
  PATH_ROUTE_PATTERN("snap.path.route-pattern", SnapDimensions.PATH),
  PATH_LEGACY("snap.path.legacy", SnapDimensions.PATH),
  PATH_OTHER_OPERATION("snap.path.other-operation", SnapDimensions.PATH),
  PATH_LEADING_SLASH("snap.path.leading-slash", SnapDimensions.PATH),
  PATH_TRAILING_SLASH("snap.path.trailing-slash", SnapDimensions.PATH),
  PATH_DOUBLE_SLASH("snap.path.double-slash", SnapDimensions.PATH),
  PATH_PERCENT_ENCODING("snap.path.percent-encoding", SnapDimensions.PATH),
  PATH_CASE("snap.path.case", SnapDimensions.PATH),

  METHOD_LOWER_CASE("snap.method.lower-case", SnapDimensions.METHOD),
  METHOD_OTHER("snap.method.other", SnapDimensions.METHOD),

  SEPARATOR("snap.separator", SnapDimensions.SEPARATOR),
  ORDER("snap.order", SnapDimensions.LAYOUT),
  STRING_TRAILING_NEWLINE("snap.string.trailing-newline", SnapDimensions.ENDING),
  STRING_EXTRA_COMPONENT("snap.string.extra-component", SnapDimensions.LAYOUT),

  TIMESTAMP_OTHER_SPELLING("snap.timestamp.other-spelling", SnapDimensions.TIMESTAMP),
  TIMESTAMP_MILLISECONDS("snap.timestamp.milliseconds", SnapDimensions.TIMESTAMP),
  TIMESTAMP_TAKEN_TWICE("snap.timestamp.taken-twice", SnapDimensions.TIMESTAMP),
  TIMESTAMP_LOCAL_LABELLED_Z("snap.timestamp.local-labelled-z", SnapDimensions.TIMESTAMP),
  TIMESTAMP_WRONG_OFFSET("snap.timestamp.wrong-offset", SnapDimensions.TIMESTAMP),
  TIMESTAMP_MALFORMED_OFFSET("snap.timestamp.malformed-offset", SnapDimensions.TIMESTAMP),
  TIMESTAMP_OMITTED("snap.timestamp.omitted", SnapDimensions.TIMESTAMP),
  TIMESTAMP_EPOCH("snap.timestamp.epoch", SnapDimensions.TIMESTAMP),
  TIMESTAMP_FORMAT("snap.timestamp.format", SnapDimensions.TIMESTAMP),

  MAC_HEX("snap.mac.hex", SnapDimensions.SIGNATURE_ENCODING),
  MAC_BASE64URL("snap.mac.base64url", SnapDimensions.SIGNATURE_ENCODING),
  MAC_UNPADDED("snap.mac.unpadded", SnapDimensions.SIGNATURE_ENCODING),
  MAC_DOUBLE_ENCODED("snap.mac.double-encoded", SnapDimensions.SIGNATURE_ENCODING),
  MAC_LINE_BROKEN("snap.mac.line-broken", SnapDimensions.SIGNATURE_ENCODING),
  MAC_ALGORITHM("snap.mac.algorithm", SnapDimensions.MAC),
  MAC_UNKEYED("snap.mac.unkeyed", SnapDimensions.MAC),
  MAC_PREFIXED("snap.mac.prefixed", SnapDimensions.SIGNATURE_PREFIX),

  SECRET_PRIVATE_KEY("snap.secret.private-key", SnapDimensions.SECRET),
  SECRET_PUBLIC_KEY("snap.secret.public-key", SnapDimensions.SECRET),
  SECRET_CLIENT_ID("snap.secret.client-id", SnapDimensions.SECRET),
  SECRET_EMPTY("snap.secret.empty", SnapDimensions.SECRET),
  SECRET_WHITESPACE("snap.secret.whitespace", SnapDimensions.SECRET),
  SECRET_QUOTED("snap.secret.quoted", SnapDimensions.SECRET),
  SECRET_BASE64_DECODED("snap.secret.base64-decoded", SnapDimensions.SECRET),
  SECRET_OTHER_KNOWN("snap.secret.other-known", SnapDimensions.SECRET),

  RECIPE_NON_SNAP("snap.recipe.non-snap", SnapDimensions.LAYOUT),
  RECIPE_ASYMMETRIC("snap.recipe.asymmetric-instead", SnapDimensions.LAYOUT),
  RECIPE_SYMMETRIC("snap.recipe.symmetric-instead", SnapDimensions.LAYOUT),

  TOKEN_STRING_SEPARATOR("snap.token-string.separator", SnapDimensions.SEPARATOR),
  TOKEN_STRING_ORDER("snap.token-string.order", SnapDimensions.LAYOUT),
  TOKEN_STRING_BODY_APPENDED("snap.token-string.body-appended", SnapDimensions.LAYOUT),
  TOKEN_STRING_CLIENT_ID("snap.token-string.client-id-other", SnapDimensions.CLIENT),

  RSA_HEX("snap.rsa.hex", SnapDimensions.SIGNATURE_ENCODING),
  RSA_BASE64URL("snap.rsa.base64url", SnapDimensions.SIGNATURE_ENCODING),
  RSA_UNPADDED("snap.rsa.unpadded", SnapDimensions.SIGNATURE_ENCODING),
  RSA_DOUBLE_ENCODED("snap.rsa.double-encoded", SnapDimensions.SIGNATURE_ENCODING),
  RSA_LINE_BROKEN("snap.rsa.line-broken", SnapDimensions.SIGNATURE_ENCODING),
  RSA_HASH("snap.rsa.hash", SnapDimensions.MAC),
  RSA_PADDING_PSS("snap.rsa.padding-pss", SnapDimensions.TEXT),
  RSA_DOUBLE_HASH("snap.rsa.double-hash", SnapDimensions.TEXT),
  RSA_OTHER_KEY("snap.rsa.other-key", SnapDimensions.SIGNATURE_KEY);

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // a dimension never changes
  private final Dimension<?> dimension;

  SnapMistake(String code, Dimension<?> dimension) {
    this.code = code;
    this.dimension = dimension;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Dimension<?> dimension() {
    return dimension;
  }

  @Override
  public String toString() {
    return code;
  }
}
