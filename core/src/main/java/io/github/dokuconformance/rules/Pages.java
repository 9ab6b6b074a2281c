package io.github.dokuconformance.rules;

/**
 * The pages that claims are taken from, by the names that the contract's files use.
 *
 * <p>Some are about one channel, for the claim was drawn from there. No other class names one.
 */
public final class Pages {
  public static final String AKULAKU = "developers.doku.com, Akulaku, ";
  public static final String REQUEST_HEADERS = AKULAKU + "request header table";
  public static final String RESPONSE_HEADERS = AKULAKU + "response header table";
  public static final String ORDER_REQUEST = AKULAKU + "generate-order request table";
  public static final String ORDER_RESPONSE = AKULAKU + "generate-order response table";
  public static final String SIGNATURE_REQUEST =
      "developers.doku.com, Signature component from request header";
  public static final String SIGNATURE_RESPONSE =
      "developers.doku.com, Signature component from response header";
  public static final String IDEMPOTENCY = "developers.doku.com, Idempotency request";
  public static final String OVERRIDE = "developers.doku.com, Override notification URL";
  public static final String SETUP = "developers.doku.com, Setup notification URL";
  public static final String POSTMAN = "DOKU Postman collection";
  public static final String PROBES = "third parties' probes of DOKU's sandbox, 2026";
  public static final String JSON = "RFC 8259";
  public static final String REQUEST_ID_OF_ORDER = "developers.doku.com, Jenius Pay, request table";
  public static final String SNAP_HEADERS =
      "developers.doku.com, SNAP signature component, headers";
  public static final String SNAP_RESPONSE_CODE = "developers.doku.com, SNAP response code";
  public static final String SNAP_STANDARD = "ASPI developer portal, response codes";
  public static final String SNAP_ACCOUNT =
      "DOKU client libraries, SNAP, validators of virtual account requests";
  public static final String SNAP_DEBIT =
      "DOKU client libraries, SNAP, validators of direct debit requests";
  public static final String SNAP_LIBRARIES = "DOKU client libraries, SNAP";
  public static final String CHECKSUM = "developers.doku.com, OVO, request table";

  public static final String NOTIFICATIONS = "dashboard.doku.com, Akulaku ";
  public static final String NOTIFICATION = NOTIFICATIONS + "notification, table";
  public static final String NOTIFICATION_HEADERS =
      "dashboard.doku.com, Peer-to-peer notification headers";

  private Pages() {}

  /** Tells whether a page is one of the channel that the rules were drawn from. */
  static boolean isOfAChannel(String page) {
    return page.startsWith(AKULAKU) || page.startsWith(NOTIFICATIONS);
  }
}
