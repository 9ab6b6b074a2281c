package io.github.dokuconformance.rules;

/** The pages that rules are taken from, by the names that the contract's files use. */
final class Pages {
  static final String AKULAKU = "developers.doku.com, Akulaku, ";
  static final String REQUEST_HEADERS = AKULAKU + "request header table";
  static final String RESPONSE_HEADERS = AKULAKU + "response header table";
  static final String ORDER_REQUEST = AKULAKU + "generate-order request table";
  static final String ORDER_RESPONSE = AKULAKU + "generate-order response table";
  static final String SIGNATURE_REQUEST =
      "developers.doku.com, Signature component from request header";
  static final String SIGNATURE_RESPONSE =
      "developers.doku.com, Signature component from response header";
  static final String IDEMPOTENCY = "developers.doku.com, Idempotency request";
  static final String OVERRIDE = "developers.doku.com, Override notification URL";
  static final String SETUP = "developers.doku.com, Setup notification URL";
  static final String POSTMAN = "DOKU Postman collection";
  static final String PROBES = "third parties' probes of DOKU's sandbox, 2026";
  static final String JSON = "RFC 8259";

  private Pages() {}
}
