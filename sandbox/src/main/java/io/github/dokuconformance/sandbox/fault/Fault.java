package io.github.dokuconformance.sandbox.fault;

import static io.github.dokuconformance.sandbox.fault.Fault.Expectation.ACCEPT;
import static io.github.dokuconformance.sandbox.fault.Fault.Expectation.ENDURE;
import static io.github.dokuconformance.sandbox.fault.Fault.Expectation.REFUSE;
import static io.github.dokuconformance.sandbox.fault.Fault.Stage.AFTER;
import static io.github.dokuconformance.sandbox.fault.Fault.Stage.BEFORE;
import static io.github.dokuconformance.sandbox.fault.Fault.Stage.NOTIFICATION;
import static io.github.dokuconformance.sandbox.fault.Fault.Stage.ORDER;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.scheme.Schemes;
import java.util.Arrays;
import java.util.Optional;

/** The catalogue of faults. Names are stable. */
public enum Fault {
  ORDER_FAILED("order.failed", ORDER, ENDURE, "a new order fails at once: payment.status FAILED"),
  WRONG_KEY("response.wrong-key", AFTER, REFUSE, "the response is signed with another key"),
  BODY_ALTERED("response.body-altered", AFTER, REFUSE, "the body is altered after signing"),
  SIGNATURE_MISSING(
      "response.signature-missing", AFTER, REFUSE, "the response has no Signature header"),
  OTHER_REQUEST_ID(
      "response.other-request-id",
      AFTER,
      REFUSE,
      "the response carries, and signs, another Request-Id than the request"),
  DUPLICATE(
      "response.duplicate",
      AFTER,
      REFUSE,
      "the answer to an earlier request for this operation is sent again, rightly signed"),
  STALE_TIMESTAMP(
      "response.stale-timestamp",
      AFTER,
      ENDURE,
      "Response-Timestamp is a day old, and rightly signed"),
  UNKNOWN_FIELDS(
      "response.unknown-fields", AFTER, ACCEPT, "the body holds fields that no page names"),
  REORDERED("response.reordered", AFTER, ACCEPT, "the fields of the body stand in another order"),
  PRETTY_PRINTED(
      "response.pretty-printed", AFTER, ACCEPT, "the body is written over several lines"),
  ERROR_4XX("response.error-4xx", BEFORE, ENDURE, "400 and nothing is done"),
  ERROR_5XX("response.error-5xx", BEFORE, ENDURE, "500 and nothing is done"),
  TRUNCATED("response.truncated", AFTER, ENDURE, "the body breaks off, and the connection with it"),
  DELAY("response.delay", AFTER, ENDURE, "the response comes late"),
  TOKEN_EXPIRED(
      "token.expired", BEFORE, ENDURE, "the access token is refused as one that has expired"),
  DROPPED_BEFORE(
      "connection.dropped-before", BEFORE, ENDURE, "the connection ends before anything is done"),
  DROPPED_AFTER(
      "connection.dropped-after",
      AFTER,
      ENDURE,
      "the request is carried out, then the connection ends without a response"),
  NOTIFICATION_BEFORE_RESPONSE(
      "notification.before-response",
      AFTER,
      ENDURE,
      "the order is paid, and the notification sent, before the response to generate-order"),
  NOTIFICATION_TWICE("notification.twice", NOTIFICATION, ENDURE, "a notification is sent twice"),
  NOTIFICATION_OUT_OF_ORDER(
      "notification.out-of-order",
      NOTIFICATION,
      ENDURE,
      "an older notification that the payment failed comes after the one that it succeeded"),
  NOTIFICATION_WRONG_KEY(
      "notification.wrong-key",
      NOTIFICATION,
      REFUSE,
      "a notification signed with another key comes before the right one"),
  NOTIFICATION_BODY_ALTERED(
      "notification.body-altered",
      NOTIFICATION,
      REFUSE,
      "a notification altered after signing comes before the right one"),
  NOTIFICATION_SIGNATURE_MISSING(
      "notification.signature-missing",
      NOTIFICATION,
      REFUSE,
      "a notification without Signature header comes before the right one"),
  NOTIFICATION_NULL_SIGNATURE(
      "notification.null-signature",
      NOTIFICATION,
      REFUSE,
      "an altered notification, with the one signature that stands for every message in a library"
          + " of DOKU's, comes before the right one"),
  NOTIFICATION_SIGNATURE_CASE(
      "notification.signature-case",
      NOTIFICATION,
      REFUSE,
      "a notification whose signature has a letter in the other case comes before the right one"),
  NOTIFICATION_ID_REPLAYED(
      "notification.id-replayed",
      NOTIFICATION,
      ENDURE,
      "a notification comes again under the same X-EXTERNAL-ID, stamped and signed anew");

  /** When in the handling of a request a fault acts. */
  public enum Stage {
    /** In place of processing. */
    BEFORE,
    /** On the response to a request that was carried out. */
    AFTER,
    /** In the processing of a new order. */
    ORDER,
    /** On a notification. */
    NOTIFICATION
  }

  /** What a right client does. */
  public enum Expectation {
    /** Does not act on the message; a notification is answered with anything but 2xx. */
    REFUSE,
    /** Goes on as if nothing were odd. */
    ACCEPT,
    /** Ends up in the right state; the pages do not say how. */
    ENDURE
  }

  private final String id;
  private final Stage stage;
  private final Expectation expectation;
  private final String summary;

  Fault(String id, Stage stage, Expectation expectation, String summary) {
    this.id = id;
    this.stage = stage;
    this.expectation = expectation;
    this.summary = summary;
  }

  public static Optional<Fault> of(String id) {
    return Arrays.stream(values()).filter(fault -> fault.id.equals(id)).findFirst();
  }

  public String id() {
    return id;
  }

  public Stage stage() {
    return stage;
  }

  public Expectation expectation() {
    return expectation;
  }

  public String summary() {
    return summary;
  }

  /** Tells whether the fault can act on that operation. */
  public boolean appliesTo(Operation operation) {
    return switch (this) {
      case ORDER_FAILED, NOTIFICATION_BEFORE_RESPONSE -> operation.is(Role.ORDER);
      case TOKEN_EXPIRED -> !operation.isCalledByDoku() && carriesToken(operation);
      case NOTIFICATION_NULL_SIGNATURE, NOTIFICATION_SIGNATURE_CASE, NOTIFICATION_ID_REPLAYED ->
          operation.is(Role.NOTIFICATION) && carriesToken(operation);
      default ->
          stage == Stage.NOTIFICATION
              ? operation.is(Role.NOTIFICATION)
              : !operation.isCalledByDoku()
                  && (operation.isSigned(Part.RESPONSE) || !isAboutSignature());
    };
  }

  private static boolean carriesToken(Operation operation) {
    return TokenForm.isNeededBy(Schemes.bundled().of(operation.scheme()));
  }

  /** Tells whether it needs an answer that carries a signature. */
  private boolean isAboutSignature() {
    return expectation == REFUSE || this == STALE_TIMESTAMP;
  }
}
