package io.github.dokuconformance.probe;

import static io.github.dokuconformance.finding.Source.assumed;
import static io.github.dokuconformance.finding.Source.derived;
import static io.github.dokuconformance.finding.Source.documented;

import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.rules.Pages;

/** Where the requirements on a notification endpoint come from. */
final class Sources {
  private static final String BEST_PRACTICE = "developers.doku.com, Notification best practice";
  private static final String SIGNATURE = "developers.doku.com, Signature from request header";
  private static final String RETRY = "developers.doku.com, Retry notification";

  /** Acknowledge with any 2xx, act by the status, stand duplicates. */
  static final Source PRACTICE = documented(BEST_PRACTICE);

  static final Source BODY =
      documented(Pages.NOTIFICATIONS + "notification, field table and sample");
  static final Source HEADERS = documented(Pages.NOTIFICATION_HEADERS);
  static final Source NEW_FIELDS = documented("developers.doku.com, Notification");
  static final Source OWN_PATH = documented(SIGNATURE + ": the target is the merchant's own path");
  static final Source RAW_BODY =
      derived(SIGNATURE + " and RFC 8259: the digest is of the bytes sent, in any legal spelling");
  static final Source VERIFY = derived(BEST_PRACTICE + ": verify the signature");
  static final Source HTTP = derived("RFC 9110 and RFC 9112: any HTTP/1.1 sender may do so");
  static final Source PATH_ONLY =
      derived("DOKU's PrestaShop plugin registers a URL with a query and verifies the path alone");
  static final Source RETRIED =
      derived(
          RETRY
              + ": the last attempt is 12 h after the first; that it is stamped anew is not said");
  static final Source FRESHNESS =
      derived(RETRY + ": no attempt is older than 12 h, so an older message is a replay");
  static final Source REPEATED = documented(BEST_PRACTICE + ": stand duplicates");
  static final Source ROBUST = assumed("no page says what to answer to what DOKU does not send");
  static final Source CLIENT_ID =
      derived(Pages.NOTIFICATION_HEADERS + ": Client-Id names the merchant");

  private static final String LIBRARIES = "DOKU client libraries, SNAP";

  static final Source WITH_TOKEN =
      documented(Pages.SNAP_HEADERS + "; " + LIBRARIES + ", notifications");
  static final Source SIGNED =
      documented("developers.doku.com, SNAP signature component: notifications are signed");
  static final Source TOKEN = documented(LIBRARIES + ", notifications: the token is verified");
  static final Source TOKEN_REQUEST =
      documented(LIBRARIES + ", token of the merchant: the request is verified by DOKU's key");
  static final Source REPEATED_ID =
      derived(BEST_PRACTICE + ": stand duplicates; ASPI developer portal, response codes: 409");

  private Sources() {}
}
