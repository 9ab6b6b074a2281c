package io.github.dokuconformance.run;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges what only a whole run shows: ids and numbers used twice, refunds that are not full.
 *
 * <p>Takes the exchanges in their order. Not thread safe. Its memory is at most 64 bytes for each
 * of at most {@code maxExchanges} exchanges; past that it says so once and only looks up.
 */
public final class RunCheck {
  private static final Source IDEMPOTENCY =
      Source.documented("developers.doku.com, Idempotency request");
  private static final Source ORDER_TABLE =
      Source.documented("developers.doku.com, Akulaku, generate-order request table");
  private static final FindingType REQUEST_ID =
      type(
          "run.request-id-reused",
          Severity.ERROR,
          "a Request-Id stands for one request body",
          "Make a new Request-Id for a new body; DOKU may answer with the earlier response.",
          IDEMPOTENCY);
  private static final FindingType INVOICE =
      type(
          "run.invoice-number-reused",
          Severity.ERROR,
          "order.invoice_number is unique for each order",
          "Give each order, and each retry after FAILED, a number of its own.",
          ORDER_TABLE);
  private static final FindingType REFERENCE =
      type(
          "run.reference-reused",
          Severity.ERROR,
          "payment.merchant_unique_reference is unique for each order",
          "Give each order, and each retry after FAILED, a reference of its own.",
          ORDER_TABLE);
  private static final FindingType REFUND_REFERENCE =
      type(
          "run.refund-reference-reused",
          Severity.ERROR,
          "refund.merchant_unique_reference is new for each refund",
          "Make a new reference for each refund.",
          Source.documented("developers.doku.com, Akulaku, refund request table"));
  private static final FindingType NOT_FULL =
      type(
          "run.refund-not-full",
          Severity.ERROR,
          "a refund is of the order's full amount",
          "Akulaku takes back whole orders only; ask DOKU what was refunded.",
          Source.documented("developers.doku.com, Akulaku, refund (full amount only)"));
  private static final FindingType OTHER_REFERENCE =
      type(
          "run.reference-differs",
          Severity.ERROR,
          "payment.merchant_unique_reference is that of the order",
          "Keep the reference beside the order's invoice number, and send that one.",
          Source.documented(
              "developers.doku.com, Akulaku, cancel and refund request tables;"
                  + " dashboard.doku.com, Akulaku notification, table (\"Same as the request\")"));
  private static final FindingType OTHER_AMOUNT =
      type(
          "run.amount-differs",
          Severity.ERROR,
          "a notification's order.amount is that of the order",
          "Do not deliver: the customer owes another sum than was paid.",
          Source.documented("dashboard.doku.com, Akulaku notification, table"));
  private static final FindingType FULL =
      type(
          "run.state-full",
          Severity.NOTE,
          "the run's ids are all remembered",
          "From here on ids are compared with the earlier ones only: check the rest in a run of its"
              + " own, or give Java a larger heap (-Xmx).",
          Source.derived("memory is bounded"));

  private final int maxExchanges;
  private final SeenTable requests = new SeenTable();
  private final LongColumn requestFacts = new LongColumn();
  private final SeenTable orders = new SeenTable();
  private final LongColumn orderFacts = new LongColumn();
  private final LongColumn orderAmounts = new LongColumn();
  private final SeenTable references = new SeenTable();
  private int exchanges;
  private boolean toldFull;

  public RunCheck(int maxExchanges) {
    this.maxExchanges = maxExchanges;
  }

  private static FindingType type(
      String code, Severity severity, String requirement, String hint, Source source) {
    return new FindingType(code, severity, requirement, hint, source);
  }

  /** Returns everything that a run can find. */
  public static List<FindingType> types() {
    return List.of(
        REQUEST_ID,
        INVOICE,
        REFERENCE,
        REFUND_REFERENCE,
        NOT_FULL,
        OTHER_REFERENCE,
        OTHER_AMOUNT,
        FULL);
  }

  /** Judges the next exchange of the run. */
  public List<Finding> next(RunTrace trace) {
    exchanges++;
    List<Finding> findings = new ArrayList<>(0);
    boolean repeated = trace.requestId() != RunTrace.NONE && checkRequestId(trace, findings);
    // A repeated request is the same order, or the same refund, once more.
    if (!repeated) {
      switch (trace.kind()) {
        case ORDER -> checkOrder(trace, findings);
        case CANCEL -> checkReference(trace, OTHER_REFERENCE, findings);
        case REFUND -> checkRefund(trace, findings);
        case NOTIFICATION -> checkNotification(trace, findings);
        case OTHER -> {}
      }
    }
    if (exchanges > maxExchanges && !toldFull) {
      toldFull = true;
      findings.add(
          FULL.at(Part.REQUEST, "").got("more than " + maxExchanges + " exchanges").build());
    }
    return findings;
  }

  /** Returns whether this request came before with the same body. */
  private boolean checkRequestId(RunTrace trace, List<Finding> findings) {
    int seen = requests.find(trace.requestId());
    if (seen == SeenTable.ABSENT) {
      if (mayRemember()) {
        requests.add(trace.requestId());
        requestFacts.add(pack(exchanges, trace.requestBody()));
      }
      return false;
    }
    long facts = requestFacts.get(seen);
    if ((int) facts == (int) trace.requestBody()) {
      return true;
    }
    findings.add(
        REQUEST_ID
            .at(Part.REQUEST, trace.requestIdHeader())
            .got("another body than exchange " + ordinal(facts) + " of this run")
            .build());
    return false;
  }

  private void checkOrder(RunTrace trace, List<Finding> findings) {
    if (trace.order() != RunTrace.NONE) {
      int seen = orders.find(trace.order());
      if (seen != SeenTable.ABSENT) {
        findings.add(
            INVOICE
                .at(Part.REQUEST, "/order/invoice_number")
                .got("the number of exchange " + ordinal(orderFacts.get(seen)) + " of this run")
                .build());
      } else if (mayRemember() && !trace.refused()) {
        orders.add(trace.order());
        orderFacts.add(pack(exchanges, trace.reference()));
        orderAmounts.add(trace.amount());
      }
    }
    remember(trace, trace.reference(), REFERENCE, "/payment/merchant_unique_reference", findings);
  }

  private void checkRefund(RunTrace trace, List<Finding> findings) {
    remember(
        trace,
        trace.refundReference(),
        REFUND_REFERENCE,
        "/refund/merchant_unique_reference",
        findings);
    // The refund page leaves open which reference it means, and its sample names another kind.
    checkReference(trace, OTHER_REFERENCE.weighing(Severity.WARNING), findings);
    checkAmount(trace, NOT_FULL, Part.RESPONSE, findings);
  }

  private void checkNotification(RunTrace trace, List<Finding> findings) {
    checkReference(trace, OTHER_REFERENCE, findings);
    checkAmount(trace, OTHER_AMOUNT, Part.REQUEST, findings);
  }

  private void remember(
      RunTrace trace, long key, FindingType type, String place, List<Finding> findings) {
    if (key == RunTrace.NONE) {
      return;
    }
    if (references.find(key) != SeenTable.ABSENT) {
      findings.add(type.at(Part.REQUEST, place).got("one that this run has used before").build());
    } else if (mayRemember() && !trace.refused()) {
      references.add(key);
    }
  }

  private void checkReference(RunTrace trace, FindingType type, List<Finding> findings) {
    int seen = trace.order() == RunTrace.NONE ? SeenTable.ABSENT : orders.find(trace.order());
    if (seen == SeenTable.ABSENT || trace.reference() == RunTrace.NONE) {
      return;
    }
    long facts = orderFacts.get(seen);
    if ((int) facts != (int) trace.reference()) {
      findings.add(
          type.at(Part.REQUEST, "/payment/merchant_unique_reference")
              .wanted("the one in exchange " + ordinal(facts) + " of this run")
              .got("another")
              .build());
    }
  }

  private void checkAmount(RunTrace trace, FindingType type, Part part, List<Finding> findings) {
    int seen = trace.order() == RunTrace.NONE ? SeenTable.ABSENT : orders.find(trace.order());
    if (seen == SeenTable.ABSENT || trace.amount() < 0) {
      return;
    }
    long ordered = orderAmounts.get(seen);
    if (ordered >= 0 && ordered != trace.amount()) {
      findings.add(
          type.at(part, "/order/amount")
              .wanted(
                  ordered + ", as in exchange " + ordinal(orderFacts.get(seen)) + " of this run")
              .got(Long.toString(trace.amount()))
              .build());
    }
  }

  /** Returns the size of all that is remembered, but for a few fixed bytes. */
  long bytes() {
    return requests.bytes()
        + requestFacts.bytes()
        + orders.bytes()
        + orderFacts.bytes()
        + orderAmounts.bytes()
        + references.bytes();
  }

  private boolean mayRemember() {
    return exchanges <= maxExchanges;
  }

  private static long pack(int ordinal, long hash) {
    return ((long) ordinal << 32) | (hash & 0xffffffffL);
  }

  private static int ordinal(long facts) {
    return (int) (facts >>> 32);
  }
}
