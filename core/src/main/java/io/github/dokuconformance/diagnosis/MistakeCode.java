package io.github.dokuconformance.diagnosis;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The mistakes that a diagnosis can name; the codes are stable, and none is ever renamed.
 *
 * <p>What to say about each, and how to mend it, stands in {@link Catalogue}.
 */
public enum MistakeCode {
  SIGNATURE_MISSING("signature.missing", Dimension.SIGNATURE_PREFIX),
  SIGNATURE_PREFIX_MISSING("signature.prefix-missing", Dimension.SIGNATURE_PREFIX),
  SIGNATURE_PREFIX_WRONG("signature.prefix-wrong", Dimension.SIGNATURE_PREFIX),
  SIGNATURE_ENCODING_HEX("signature.encoding-hex", Dimension.SIGNATURE_ENCODING),
  SIGNATURE_ENCODING_BASE64URL("signature.encoding-base64url", Dimension.SIGNATURE_ENCODING),
  SIGNATURE_ENCODING_UNPADDED("signature.encoding-unpadded", Dimension.SIGNATURE_ENCODING),
  SIGNATURE_DOUBLE_ENCODED("signature.double-encoded", Dimension.SIGNATURE_ENCODING),
  SIGNATURE_UNKEYED("signature.unkeyed", Dimension.MAC),
  SIGNATURE_ALGORITHM("signature.algorithm", Dimension.MAC),
  SIGNATURE_TRUNCATED("signature.truncated", Dimension.SIGNATURE_LENGTH),

  TRAILING_NEWLINE("string-to-sign.trailing-newline", Dimension.LAST_LINE_END),
  LINE_SEPARATOR("string-to-sign.line-separator", Dimension.LINE_SEPARATOR),
  SEPARATOR("string-to-sign.separator", Dimension.NAME_SEPARATOR),
  NAMES("string-to-sign.names", Dimension.COMPONENT_NAMES),
  VALUES_ONLY("string-to-sign.values-only", Dimension.COMPONENT_NAMES),
  COMPONENT_MISSING("string-to-sign.component-missing", Dimension.LINES),
  COMPONENT_ORDER("string-to-sign.component-order", Dimension.LINES),
  COMPONENT_EXTRA("string-to-sign.component-extra", Dimension.LINES),
  HTML_DECODED("string-to-sign.html-decoded", Dimension.TEXT),
  CHARSET("string-to-sign.charset", Dimension.TEXT),
  SNAP_RECIPE("string-to-sign.snap-recipe", Dimension.LINES),

  DIGEST_OMITTED("digest.omitted", Dimension.DIGEST_LINE),
  DIGEST_ON_BODYLESS_REQUEST("digest.on-bodyless-request", Dimension.DIGEST_LINE),
  DIGEST_ENCODING_HEX("digest.encoding-hex", Dimension.DIGEST_ENCODING),
  DIGEST_DOUBLE_ENCODED("digest.double-encoded", Dimension.DIGEST_ENCODING),
  DIGEST_PREFIXED("digest.prefixed", Dimension.DIGEST_PREFIX),
  DIGEST_ENCODING_BASE64URL("digest.encoding-base64url", Dimension.DIGEST_ENCODING),
  DIGEST_ENCODING_UNPADDED("digest.encoding-unpadded", Dimension.DIGEST_ENCODING),
  DIGEST_EMPTY_BODY("digest.empty-body", Dimension.BODY),
  DIGEST_RAW_BODY("digest.raw-body", Dimension.DIGEST_LINE),
  DIGEST_ALGORITHM("digest.algorithm", Dimension.DIGEST_HASH),

  BODY_MINIFIED("body.minified", Dimension.BODY),
  BODY_PRETTY_PRINTED("body.pretty-printed", Dimension.BODY),
  BODY_RESERIALIZED("body.reserialized", Dimension.BODY),
  BODY_WHITESPACE_STRIPPED("body.whitespace-stripped", Dimension.BODY),
  BODY_TRIMMED("body.trimmed", Dimension.BODY),
  BODY_LINE_ENDINGS("body.line-endings", Dimension.BODY),
  BODY_BOM("body.bom", Dimension.BODY),
  BODY_CHARSET("body.charset", Dimension.BODY),
  BODY_URL_DECODED("body.url-decoded", Dimension.BODY),
  BODY_HTML_DECODED("body.html-decoded", Dimension.BODY),
  BODY_JSON_STRING("body.json-string", Dimension.BODY),
  BODY_OTHER_AMOUNT_FORMAT("body.other-amount-format", Dimension.BODY),

  TARGET_FULL_URL("target.full-url", Dimension.TARGET),
  TARGET_HOST_INCLUDED("target.host-included", Dimension.TARGET),
  TARGET_QUERY_INCLUDED("target.query-included", Dimension.TARGET),
  TARGET_LEADING_SLASH_MISSING("target.leading-slash-missing", Dimension.TARGET),
  TARGET_TRAILING_SLASH("target.trailing-slash", Dimension.TARGET),
  TARGET_DOUBLE_SLASH("target.double-slash", Dimension.TARGET),
  TARGET_PERCENT_ENCODING("target.percent-encoding", Dimension.TARGET),
  TARGET_PATH_PREFIX("target.path-prefix", Dimension.TARGET),
  TARGET_OTHER_OPERATION("target.other-operation", Dimension.TARGET),
  TARGET_CASE("target.case", Dimension.TARGET),
  TARGET_EMPTY("target.empty", Dimension.TARGET),
  TARGET_NOT_OWN_PATH("target.not-own-path", Dimension.TARGET),

  TIMESTAMP_MILLISECONDS("timestamp.milliseconds", Dimension.TIMESTAMP),
  TIMESTAMP_OFFSET("timestamp.offset", Dimension.TIMESTAMP),
  TIMESTAMP_LOCAL_TIME("timestamp.local-time", Dimension.TIMESTAMP),
  TIMESTAMP_OTHER_INSTANT("timestamp.other-instant", Dimension.TIMESTAMP),
  TIMESTAMP_EPOCH("timestamp.epoch", Dimension.TIMESTAMP),
  TIMESTAMP_FORMAT("timestamp.format", Dimension.TIMESTAMP),

  REQUEST_ID_OTHER("request-id.other", Dimension.REQUEST_ID),
  CLIENT_ID_OTHER("client-id.other", Dimension.CLIENT_ID),
  COMPONENT_WHITESPACE("component.whitespace", Dimension.VALUE_WHITESPACE),

  SECRET_WHITESPACE("secret.whitespace", Dimension.SECRET),
  SECRET_QUOTED("secret.quoted", Dimension.SECRET),
  SECRET_HTML_DECODED("secret.html-decoded", Dimension.SECRET),
  SECRET_BASE64_DECODED("secret.base64-decoded", Dimension.SECRET),
  SECRET_HEX_DECODED("secret.hex-decoded", Dimension.SECRET),
  SECRET_CHARSET("secret.charset", Dimension.SECRET),
  SECRET_CLIENT_ID("secret.client-id", Dimension.SECRET),
  SECRET_EMPTY("secret.empty", Dimension.SECRET),
  SECRET_OTHER_KNOWN("secret.other-known", Dimension.SECRET),

  RESPONSE_REQUEST_TIMESTAMP("response.request-timestamp", Dimension.TIMESTAMP),
  RESPONSE_REQUEST_DIGEST("response.request-digest", Dimension.BODY),
  RESPONSE_OTHER_REQUEST_ID("response.other-request-id", Dimension.REQUEST_ID);

  private static final Map<String, MistakeCode> BY_CODE =
      Arrays.stream(values()).collect(toUnmodifiableMap(MistakeCode::code, identity()));

  private final String code;
  private final Dimension dimension;

  MistakeCode(String code, Dimension dimension) {
    this.code = code;
    this.dimension = dimension;
  }

  public static Optional<MistakeCode> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** Returns the stable spelling: {@code body.minified}. */
  public String code() {
    return code;
  }

  public Dimension dimension() {
    return dimension;
  }

  @Override
  public String toString() {
    return code;
  }
}
