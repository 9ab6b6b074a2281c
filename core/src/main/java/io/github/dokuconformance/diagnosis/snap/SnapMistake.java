package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.MistakeCode;

/** The mistakes of a signer of SNAP; the codes are stable, and none is ever renamed. */
public enum SnapMistake implements MistakeCode {
  SIGNATURE_MISSING("snap.signature.missing", Dimensions.SIGNATURE_PREFIX),

  BODY_NOT_MINIFIED("snap.body.not-minified", Dimensions.BODY),
  BODY_WHITESPACE_STRIPPED("snap.body.whitespace-inside-strings-stripped", Dimensions.BODY),
  BODY_ASCII_ESCAPED("snap.body.ascii-escaped", Dimensions.BODY),
  BODY_SLASH_ESCAPED("snap.body.slash-escaped", Dimensions.BODY),
  BODY_HTML_ESCAPED("snap.body.html-escaped", Dimensions.BODY),
  BODY_DEFAULT_SEPARATORS("snap.body.default-separators", Dimensions.BODY),
  BODY_KEYS_SORTED("snap.body.keys-sorted", Dimensions.BODY),
  BODY_INTEGER_KEYS_FIRST("snap.body.integer-keys-first", Dimensions.BODY),
  BODY_NUMBER_RESPELLED("snap.body.number-respelled", Dimensions.BODY),
  BODY_EMPTY_ARRAY("snap.body.empty-array-for-object", Dimensions.BODY),
  BODY_NULLS_DROPPED("snap.body.nulls-dropped", Dimensions.BODY),
  BODY_NULL_TEXT("snap.body.null-text", Dimensions.BODY),
  BODY_JSON_STRING("snap.body.json-string", Dimensions.BODY),
  BODY_OTHER_MESSAGE("snap.body.other-message", Dimensions.BODY),
  BODY_CHARSET("snap.body.charset", Dimensions.BODY),

  HASH_UPPER_HEX("snap.hash.upper-hex", Dimensions.BODY_HASH),
  HASH_BASE64("snap.hash.base64", Dimensions.BODY_HASH),
  HASH_ALGORITHM("snap.hash.algorithm", Dimensions.BODY_HASH),
  HASH_OMITTED("snap.hash.omitted", Dimensions.BODY_HASH),
  HASH_RAW_BODY("snap.hash.raw-body", Dimensions.BODY_HASH),
  HASH_KEYED("snap.hash.keyed", Dimensions.BODY_HASH),

  TOKEN_WITH_BEARER("snap.token.with-bearer", Dimensions.TOKEN),
  TOKEN_OMITTED("snap.token.omitted", Dimensions.TOKEN),
  TOKEN_EMPTY("snap.token.empty", Dimensions.TOKEN),
  TOKEN_OWN_OUTBOUND("snap.token.own-outbound", Dimensions.TOKEN),
  TOKEN_CUSTOMER("snap.token.customer", Dimensions.TOKEN),
  TOKEN_STALE("snap.token.stale", Dimensions.TOKEN),

  PATH_WITH_HOST("snap.path.with-host", Dimensions.PATH),
  PATH_QUERY("snap.path.query", Dimensions.PATH),
  PATH_FIXED("snap.path.fixed", Dimensions.PATH),
  PATH_ROUTE_PATTERN("snap.path.route-pattern", Dimensions.PATH),
  PATH_LEGACY("snap.path.legacy", Dimensions.PATH),
  PATH_OTHER_OPERATION("snap.path.other-operation", Dimensions.PATH),
  PATH_LEADING_SLASH("snap.path.leading-slash", Dimensions.PATH),
  PATH_TRAILING_SLASH("snap.path.trailing-slash", Dimensions.PATH),
  PATH_DOUBLE_SLASH("snap.path.double-slash", Dimensions.PATH),
  PATH_PERCENT_ENCODING("snap.path.percent-encoding", Dimensions.PATH),
  PATH_CASE("snap.path.case", Dimensions.PATH),

  METHOD_LOWER_CASE("snap.method.lower-case", Dimensions.METHOD),
  METHOD_OTHER("snap.method.other", Dimensions.METHOD),

  SEPARATOR("snap.separator", Dimensions.SEPARATOR),
  ORDER("snap.order", Dimensions.LAYOUT),
  STRING_TRAILING_NEWLINE("snap.string.trailing-newline", Dimensions.ENDING),
  STRING_EXTRA_COMPONENT("snap.string.extra-component", Dimensions.LAYOUT),

  TIMESTAMP_OTHER_SPELLING("snap.timestamp.other-spelling", Dimensions.TIMESTAMP),
  TIMESTAMP_MILLISECONDS("snap.timestamp.milliseconds", Dimensions.TIMESTAMP),
  TIMESTAMP_TAKEN_TWICE("snap.timestamp.taken-twice", Dimensions.TIMESTAMP),
  TIMESTAMP_LOCAL_LABELLED_Z("snap.timestamp.local-labelled-z", Dimensions.TIMESTAMP),
  TIMESTAMP_WRONG_OFFSET("snap.timestamp.wrong-offset", Dimensions.TIMESTAMP),
  TIMESTAMP_MALFORMED_OFFSET("snap.timestamp.malformed-offset", Dimensions.TIMESTAMP),
  TIMESTAMP_OMITTED("snap.timestamp.omitted", Dimensions.TIMESTAMP),
  TIMESTAMP_EPOCH("snap.timestamp.epoch", Dimensions.TIMESTAMP),
  TIMESTAMP_FORMAT("snap.timestamp.format", Dimensions.TIMESTAMP),

  MAC_HEX("snap.mac.hex", Dimensions.SIGNATURE_ENCODING),
  MAC_BASE64URL("snap.mac.base64url", Dimensions.SIGNATURE_ENCODING),
  MAC_UNPADDED("snap.mac.unpadded", Dimensions.SIGNATURE_ENCODING),
  MAC_DOUBLE_ENCODED("snap.mac.double-encoded", Dimensions.SIGNATURE_ENCODING),
  MAC_LINE_BROKEN("snap.mac.line-broken", Dimensions.SIGNATURE_ENCODING),
  MAC_ALGORITHM("snap.mac.algorithm", Dimensions.MAC),
  MAC_UNKEYED("snap.mac.unkeyed", Dimensions.MAC),
  MAC_PREFIXED("snap.mac.prefixed", Dimensions.SIGNATURE_PREFIX),

  SECRET_PRIVATE_KEY("snap.secret.private-key", Dimensions.SECRET),
  SECRET_PUBLIC_KEY("snap.secret.public-key", Dimensions.SECRET),
  SECRET_CLIENT_ID("snap.secret.client-id", Dimensions.SECRET),
  SECRET_EMPTY("snap.secret.empty", Dimensions.SECRET),
  SECRET_WHITESPACE("snap.secret.whitespace", Dimensions.SECRET),
  SECRET_QUOTED("snap.secret.quoted", Dimensions.SECRET),
  SECRET_BASE64_DECODED("snap.secret.base64-decoded", Dimensions.SECRET),
  SECRET_OTHER_KNOWN("snap.secret.other-known", Dimensions.SECRET),

  RECIPE_NON_SNAP("snap.recipe.non-snap", Dimensions.LAYOUT),
  RECIPE_ASYMMETRIC("snap.recipe.asymmetric-instead", Dimensions.LAYOUT),
  RECIPE_SYMMETRIC("snap.recipe.symmetric-instead", Dimensions.LAYOUT),

  TOKEN_STRING_SEPARATOR("snap.token-string.separator", Dimensions.SEPARATOR),
  TOKEN_STRING_ORDER("snap.token-string.order", Dimensions.LAYOUT),
  TOKEN_STRING_BODY_APPENDED("snap.token-string.body-appended", Dimensions.LAYOUT),
  TOKEN_STRING_CLIENT_ID("snap.token-string.client-id-other", Dimensions.CLIENT),

  RSA_HEX("snap.rsa.hex", Dimensions.SIGNATURE_ENCODING),
  RSA_BASE64URL("snap.rsa.base64url", Dimensions.SIGNATURE_ENCODING),
  RSA_UNPADDED("snap.rsa.unpadded", Dimensions.SIGNATURE_ENCODING),
  RSA_DOUBLE_ENCODED("snap.rsa.double-encoded", Dimensions.SIGNATURE_ENCODING),
  RSA_LINE_BROKEN("snap.rsa.line-broken", Dimensions.SIGNATURE_ENCODING),
  RSA_HASH("snap.rsa.hash", Dimensions.MAC),
  RSA_PADDING_PSS("snap.rsa.padding-pss", Dimensions.TEXT),
  RSA_DOUBLE_HASH("snap.rsa.double-hash", Dimensions.TEXT),
  RSA_OTHER_KEY("snap.rsa.other-key", Dimensions.SIGNATURE_KEY);

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
