package io.github.dokuconformance.diagnosis.nonsnap;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.MistakeCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The mistakes of a signer of Non-SNAP; the codes are stable, and none is ever renamed. */
public enum NonSnapMistake implements MistakeCode {
  SIGNATURE_MISSING("signature.missing", Dimensions.SIGNATURE_PREFIX),
  SIGNATURE_PREFIX_MISSING("signature.prefix-missing", Dimensions.SIGNATURE_PREFIX),
  SIGNATURE_PREFIX_WRONG("signature.prefix-wrong", Dimensions.SIGNATURE_PREFIX),
  SIGNATURE_ENCODING_HEX("signature.encoding-hex", Dimensions.SIGNATURE_ENCODING),
  SIGNATURE_ENCODING_BASE64URL("signature.encoding-base64url", Dimensions.SIGNATURE_ENCODING),
  SIGNATURE_ENCODING_UNPADDED("signature.encoding-unpadded", Dimensions.SIGNATURE_ENCODING),
  SIGNATURE_DOUBLE_ENCODED("signature.double-encoded", Dimensions.SIGNATURE_ENCODING),
  SIGNATURE_UNKEYED("signature.unkeyed", Dimensions.MAC),
  SIGNATURE_ALGORITHM("signature.algorithm", Dimensions.MAC),
  SIGNATURE_STRUCTURED("signature.structured", Dimensions.SIGNATURE_PREFIX),
  SIGNATURE_TRUNCATED("signature.truncated", Dimensions.SIGNATURE_LENGTH),

  TRAILING_NEWLINE("string-to-sign.trailing-newline", Dimensions.LAST_LINE_END),
  LINE_SEPARATOR("string-to-sign.line-separator", Dimensions.LINE_SEPARATOR),
  SEPARATOR("string-to-sign.separator", Dimensions.NAME_SEPARATOR),
  NAMES("string-to-sign.names", Dimensions.COMPONENT_NAMES),
  VALUES_ONLY("string-to-sign.values-only", Dimensions.COMPONENT_NAMES),
  COMPONENT_MISSING("string-to-sign.component-missing", Dimensions.LINES),
  COMPONENT_ORDER("string-to-sign.component-order", Dimensions.LINES),
  COMPONENT_EXTRA("string-to-sign.component-extra", Dimensions.LINES),
  HTML_DECODED("string-to-sign.html-decoded", Dimensions.TEXT),
  CHARSET("string-to-sign.charset", Dimensions.TEXT),
  SNAP_RECIPE("string-to-sign.snap-recipe", Dimensions.LINES),
  BODY_CHECKSUM("string-to-sign.body-checksum", Dimensions.LINES),

  DIGEST_OMITTED("digest.omitted", Dimensions.DIGEST_LINE),
  DIGEST_ON_BODYLESS_REQUEST("digest.on-bodyless-request", Dimensions.DIGEST_LINE),
  DIGEST_ENCODING_HEX("digest.encoding-hex", Dimensions.DIGEST_ENCODING),
  DIGEST_DOUBLE_ENCODED("digest.double-encoded", Dimensions.DIGEST_ENCODING),
  DIGEST_PREFIXED("digest.prefixed", Dimensions.DIGEST_PREFIX),
  DIGEST_ENCODING_BASE64URL("digest.encoding-base64url", Dimensions.DIGEST_ENCODING),
  DIGEST_ENCODING_UNPADDED("digest.encoding-unpadded", Dimensions.DIGEST_ENCODING),
  DIGEST_EMPTY_BODY("digest.empty-body", Dimensions.BODY),
  DIGEST_RAW_BODY("digest.raw-body", Dimensions.DIGEST_LINE),
  DIGEST_ALGORITHM("digest.algorithm", Dimensions.DIGEST_HASH),

  BODY_MINIFIED("body.minified", Dimensions.BODY),
  BODY_PRETTY_PRINTED("body.pretty-printed", Dimensions.BODY),
  BODY_RESERIALIZED("body.reserialized", Dimensions.BODY),
  BODY_WHITESPACE_STRIPPED("body.whitespace-stripped", Dimensions.BODY),
  BODY_TRIMMED("body.trimmed", Dimensions.BODY),
  BODY_LINE_ENDINGS("body.line-endings", Dimensions.BODY),
  BODY_BOM("body.bom", Dimensions.BODY),
  BODY_CHARSET("body.charset", Dimensions.BODY),
  BODY_COMPRESSED("body.compressed", Dimensions.BODY),
  BODY_URL_DECODED("body.url-decoded", Dimensions.BODY),
  BODY_HTML_DECODED("body.html-decoded", Dimensions.BODY),
  BODY_JSON_STRING("body.json-string", Dimensions.BODY),
  BODY_OTHER_AMOUNT_FORMAT("body.other-amount-format", Dimensions.BODY),

  TARGET_FULL_URL("target.full-url", Dimensions.TARGET),
  TARGET_HOST_INCLUDED("target.host-included", Dimensions.TARGET),
  TARGET_QUERY_INCLUDED("target.query-included", Dimensions.TARGET),
  TARGET_LEADING_SLASH_MISSING("target.leading-slash-missing", Dimensions.TARGET),
  TARGET_TRAILING_SLASH("target.trailing-slash", Dimensions.TARGET),
  TARGET_DOUBLE_SLASH("target.double-slash", Dimensions.TARGET),
  TARGET_PERCENT_ENCODING("target.percent-encoding", Dimensions.TARGET),
  TARGET_PATH_PREFIX("target.path-prefix", Dimensions.TARGET),
  TARGET_OTHER_OPERATION("target.other-operation", Dimensions.TARGET),
  TARGET_CASE("target.case", Dimensions.TARGET),
  TARGET_EMPTY("target.empty", Dimensions.TARGET),
  TARGET_CUT_SHORT("target.cut-short", Dimensions.TARGET),
  TARGET_TEMPLATE("target.template", Dimensions.TARGET),
  TARGET_NOT_OWN_PATH("target.not-own-path", Dimensions.TARGET),

  TIMESTAMP_MILLISECONDS("timestamp.milliseconds", Dimensions.TIMESTAMP),
  TIMESTAMP_OFFSET("timestamp.offset", Dimensions.TIMESTAMP),
  TIMESTAMP_LOCAL_TIME("timestamp.local-time", Dimensions.TIMESTAMP),
  TIMESTAMP_OTHER_INSTANT("timestamp.other-instant", Dimensions.TIMESTAMP),
  TIMESTAMP_EPOCH("timestamp.epoch", Dimensions.TIMESTAMP),
  TIMESTAMP_FORMAT("timestamp.format", Dimensions.TIMESTAMP),

  REQUEST_ID_OTHER("request-id.other", Dimensions.REQUEST_ID),
  CLIENT_ID_OTHER("client-id.other", Dimensions.CLIENT_ID),
  COMPONENT_WHITESPACE("component.whitespace", Dimensions.VALUE_WHITESPACE),

  SECRET_WHITESPACE("secret.whitespace", Dimensions.SECRET),
  SECRET_QUOTED("secret.quoted", Dimensions.SECRET),
  SECRET_HTML_DECODED("secret.html-decoded", Dimensions.SECRET),
  SECRET_BASE64_DECODED("secret.base64-decoded", Dimensions.SECRET),
  SECRET_HEX_DECODED("secret.hex-decoded", Dimensions.SECRET),
  SECRET_EDITED("secret.edited", Dimensions.SECRET),
  SECRET_CHARSET("secret.charset", Dimensions.SECRET),
  SECRET_CLIENT_ID("secret.client-id", Dimensions.SECRET),
  SECRET_EMPTY("secret.empty", Dimensions.SECRET),
  SECRET_OTHER_KNOWN("secret.other-known", Dimensions.SECRET),

  RESPONSE_REQUEST_TIMESTAMP("response.request-timestamp", Dimensions.TIMESTAMP),
  RESPONSE_REQUEST_DIGEST("response.request-digest", Dimensions.BODY),
  RESPONSE_OTHER_REQUEST_ID("response.other-request-id", Dimensions.REQUEST_ID);

  private static final Map<String, NonSnapMistake> BY_CODE =
      Arrays.stream(values()).collect(toUnmodifiableMap(NonSnapMistake::code, identity()));

  private final String code;

  @SuppressWarnings("ImmutableEnumChecker") // a dimension never changes
  private final Dimension<?> dimension;

  NonSnapMistake(String code, Dimension<?> dimension) {
    this.code = code;
    this.dimension = dimension;
  }

  public static Optional<NonSnapMistake> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Returns the stable spelling: {@code body.minified}. */
  @Override
  public String code() {
    return code;
  }

  @Override
  public boolean isLayout() {
    return this == BODY_MINIFIED || this == BODY_RESERIALIZED || this == BODY_WHITESPACE_STRIPPED;
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
