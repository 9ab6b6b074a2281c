package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.cancel;
import static io.github.dokuconformance.check.Draft.notification;
import static io.github.dokuconformance.check.Draft.order;
import static io.github.dokuconformance.check.Draft.refund;
import static io.github.dokuconformance.check.Draft.snap;
import static io.github.dokuconformance.finding.Part.REQUEST;
import static io.github.dokuconformance.finding.Part.RESPONSE;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.run.RunTrace;
import java.util.List;
import java.util.stream.Stream;

/** For each code of a whole run a run that shows it at its end, and one that differs in a thing. */
public final class RunCases {
  public static final int MAX_EXCHANGES = 2;

  private static final String INVOICE = "/order/invoice_number";
  private static final String REFERENCE = "/payment/merchant_unique_reference";
  private static final String REFUND_REFERENCE = "/refund/merchant_unique_reference";
  private static final String REFUSED = "{\"error\":{\"message\":\"Invalid Header Signature\"}}";

  private RunCases() {}

  public record Case(
      String name, String code, Part part, String at, List<RunTrace> shows, List<RunTrace> twin) {
    @Override
    public String toString() {
      return code + ", " + name;
    }
  }

  public static List<Case> all() {
    return Stream.of(orders(), refunds(), others()).flatMap(List::stream).toList();
  }

  private static List<Case> orders() {
    return List.of(
        new Case(
            "and may come again the next day",
            "run.external-id-reused",
            REQUEST,
            "X-EXTERNAL-ID",
            run(snap("snap.va.create"), snap("snap.va.create")),
            run(
                snap("snap.va.create"),
                snap("snap.va.create").requestTime("2026-01-02T17:00:00Z"))),
        new Case(
            "whatever the body is",
            "run.external-id-reused",
            REQUEST,
            "X-EXTERNAL-ID",
            run(snap("snap.va.create"), snap("snap.va.delete")),
            run(snap("snap.va.create"), snap("snap.va.delete").requestId("20260102100405"))),
        new Case(
            "and a retry is none",
            "run.request-id-reused",
            REQUEST,
            "Request-Id",
            run(order(), order().text("/customer/name", "other")),
            run(order(), order().requestTime("2026-01-02T03:09:05Z"))),
        new Case(
            "and another merchant's is none",
            "run.request-id-reused",
            REQUEST,
            "Request-Id",
            run(order(), cancel()),
            run(order(), cancel().header("Client-Id", "MCH-OTHER"))),
        new Case(
            "and a retry is none",
            "run.invoice-number-reused",
            REQUEST,
            INVOICE,
            run(order(), order().requestId("b")),
            run(order(), order())),
        new Case(
            "and a refused order's may be used again",
            "run.invoice-number-reused",
            REQUEST,
            INVOICE,
            run(order().response(500, REFUSED), order().requestId("b")),
            run(order().response(400, REFUSED), order().requestId("b"))),
        new Case(
            "and a repeated order's is used up",
            "run.invoice-number-reused",
            REQUEST,
            INVOICE,
            run(order().response(409, REFUSED), order().requestId("b")),
            run(order().response(404, REFUSED), order().requestId("b"))),
        new Case(
            "and may equal the invoice number",
            "run.reference-reused",
            REQUEST,
            REFERENCE,
            run(order(), order().requestId("b").text(INVOICE, "B")),
            run(order().text(REFERENCE, "A"), order().requestId("b").text(INVOICE, "A"))),
        new Case(
            "and the invoice number of another merchant is none",
            "run.reference-reused",
            REQUEST,
            REFERENCE,
            run(order(), order().requestId("b").text(INVOICE, "B")),
            run(
                order(),
                order().requestId("b").text(INVOICE, "B").header("Client-Id", "MCH-OTHER"))));
  }

  private static List<Case> refunds() {
    return List.of(
        new Case(
            "and a new one is none",
            "run.refund-reference-reused",
            REQUEST,
            REFUND_REFERENCE,
            run(refund(), refund().requestId("b").text(INVOICE, "B")),
            run(refund(), refund().requestId("b").text(REFUND_REFERENCE, "B"))),
        new Case(
            "and the full amount is none",
            "run.refund-not-full",
            RESPONSE,
            "/order/amount",
            run(order(), refundOfOrder().respond("/order/amount", "1")),
            run(order(), refundOfOrder().respondText("/order/amount", "90000"))),
        new Case(
            "and the refund's own is none",
            "run.reference-differs",
            REQUEST,
            REFERENCE,
            run(order(), refundOfOrder().text(REFERENCE, "B")),
            run(order(), refundOfOrder().text(REFUND_REFERENCE, "B"))));
  }

  private static List<Case> others() {
    return List.of(
        new Case(
            "by a cancellation",
            "run.reference-differs",
            REQUEST,
            REFERENCE,
            run(order(), cancelOfOrder().text(REFERENCE, "B")),
            run(order(), cancelOfOrder())),
        new Case(
            "by a notification",
            "run.reference-differs",
            REQUEST,
            REFERENCE,
            run(order(), notificationOfOrder().text(REFERENCE, "B")),
            run(order(), notificationOfOrder().set("/peer_to_peer_info", "{}"))),
        new Case(
            "and decimals are none",
            "run.amount-differs",
            REQUEST,
            "/order/amount",
            run(order(), notificationOfOrder().set("/order/amount", "89999")),
            run(order(), notificationOfOrder().set("/order/amount", "90000.00"))),
        new Case(
            "and not before",
            "run.state-full",
            REQUEST,
            "",
            run(order(), cancel(), refund()),
            run(order(), cancel())));
  }

  private static Draft refundOfOrder() {
    return ofOrder(refund()).respond("/order/amount", "90000");
  }

  private static Draft cancelOfOrder() {
    return ofOrder(cancel());
  }

  private static Draft notificationOfOrder() {
    return ofOrder(notification()).set("/order/amount", "90000");
  }

  private static Draft ofOrder(Draft draft) {
    return draft
        .requestId("b")
        .text(INVOICE, "INV-20210707-0001")
        .text(REFERENCE, "MUR-20210707-0001");
  }

  private static List<RunTrace> run(Draft... drafts) {
    // The Client-Id that a notification carries is the merchant's, as in an order.
    return Stream.of(drafts).map(draft -> draft.check().trace()).toList();
  }
}
