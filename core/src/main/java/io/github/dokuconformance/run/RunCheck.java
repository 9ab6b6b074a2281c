package io.github.dokuconformance.run;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.rules.Pages;
import io.github.dokuconformance.rules.Ruling;
import io.github.dokuconformance.rules.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Judges what only a whole run shows: ids and numbers used twice, refunds that are not full.
 *
 * <p>Takes the exchanges in their order. Not thread safe. Its memory is at most 64 bytes for each
 * of at most {@code maxExchanges} exchanges; past that it says so once and only looks up.
 */
public final class RunCheck {
  private static final Source IDEMPOTENCY = Source.documented(Pages.IDEMPOTENCY);
  private static final Source ORDER_TABLE = Source.documented(Pages.ORDER_REQUEST);
  private static final String IS_UNIQUE = " is unique for each order";
  private static final String IS_NEW = " is new for each refund";
  private static final String IS_OF_ORDER = " is that of the order";
  private static final FindingType REQUEST_ID =
      type(
          "run.request-id-reused",
          Severity.ERROR,
          "a Request-Id stands for one request body",
          "Make a new Request-Id for a new body; DOKU may answer with the earlier response.",
          IDEMPOTENCY);
  private static final FindingType EXTERNAL_ID =
      type(
          "run.external-id-reused",
          Severity.ERROR,
          "an X-EXTERNAL-ID is new for each request of a day",
          "Make a new one for each request, for a retry too: the standard refuses it with 409.",
          Source.documented(Pages.SNAP_HEADERS + " (unique within the day)"));
  private static final FindingType INVOICE =
      type(
          "run.invoice-number-reused",
          Severity.ERROR,
          "order.invoice_number" + IS_UNIQUE,
          "Give each order, and each retry after FAILED, a number of its own.",
          ORDER_TABLE);
  private static final FindingType REFERENCE =
      type(
          "run.reference-reused",
          Severity.ERROR,
          "payment.merchant_unique_reference" + IS_UNIQUE,
          "Give each order, and each retry after FAILED, a reference of its own.",
          ORDER_TABLE);
  private static final FindingType REFUND_REFERENCE =
      type(
          "run.refund-reference-reused",
          Severity.ERROR,
          "refund.merchant_unique_reference" + IS_NEW,
          "Make a new reference for each refund.",
          Source.documented(Pages.AKULAKU + "refund request table"));
  private static final FindingType NOT_FULL =
      type(
          "run.refund-not-full",
          Severity.ERROR,
          "a refund is of the order's full amount",
          "Only whole orders are taken back; ask DOKU what was refunded.",
          Source.documented(Pages.AKULAKU + "refund (full amount only)"));
  private static final FindingType OTHER_REFERENCE =
      type(
          "run.reference-differs",
          Severity.ERROR,
          "payment.merchant_unique_reference" + IS_OF_ORDER,
          "Keep the reference beside the order's invoice number, and send that one.",
          Source.documented(
              Pages.AKULAKU
                  + "cancel and refund request tables; "
                  + Pages.NOTIFICATION
                  + " (\"Same as the request\")"));
  private static final FindingType OTHER_AMOUNT =
      type(
          "run.amount-differs",
          Severity.ERROR,
          "a notification's order.amount" + IS_OF_ORDER,
          "Do not deliver: the customer owes another sum than was paid.",
          Source.documented(Pages.NOTIFICATION));
  private static final FindingType FULL =
      type(
          "run.state-full",
          Severity.NOTE,
          "the run's ids are all remembered",
          "From here on ids are compared with the earlier ones only: check the rest in a run of its"
              + " own, or give Java a larger heap (-Xmx).",
          Source.derived("memory is bounded"));

  private final RunMemory memory;

  public RunCheck(int maxExchanges) {
    this(new RunTables(maxExchanges));
  }

  RunCheck(RunMemory memory) {
    this.memory = memory;
  }

  private static FindingType type(
      String code, Severity severity, String requirement, String hint, Source source) {
    return new FindingType(code, severity, requirement, hint, source);
  }

  /** Returns everything that a run can find. */
  public static List<FindingType> types() {
    return List.of(
        REQUEST_ID,
        EXTERNAL_ID,
        INVOICE,
        REFERENCE,
        REFUND_REFERENCE,
        NOT_FULL,
        OTHER_REFERENCE,
        OTHER_AMOUNT,
        FULL);
  }

  /** Tells in which operations a whole run looks for one of its types. */
  public static Scope scope(FindingType type) {
    if (type.equals(REQUEST_ID) || type.equals(EXTERNAL_ID)) {
      return (type.equals(REQUEST_ID) ? Scope.nonSnap() : Scope.snap())
          .and(
              Scope.only(
                  operation -> !operation.isCalledByDoku() && operation.requestSchema().isPresent(),
                  "the merchant sends no body that could differ"));
    }
    if (type.equals(INVOICE)) {
      return unique(Meaning.INVOICE, Role.ORDER);
    }
    if (type.equals(REFERENCE)) {
      return unique(Meaning.REFERENCE, Role.ORDER);
    }
    if (type.equals(REFUND_REFERENCE)) {
      return unique(Meaning.REFUND_REFERENCE, Role.REFUND);
    }
    if (type.equals(NOT_FULL)) {
      return Scope.only(operation -> operation.is(Role.REFUND), "it gives no money back")
          .and(asOrdered(Meaning.AMOUNT, Role.REFUND));
    }
    if (type.equals(OTHER_REFERENCE)) {
      return asOrdered(Meaning.REFERENCE, Role.CANCEL, Role.REFUND, Role.NOTIFICATION);
    }
    return type.equals(OTHER_AMOUNT)
        ? Scope.only(operation -> !operation.is(Role.REFUND), "run.refund-not-full is about it")
            .and(asOrdered(Meaning.AMOUNT, Role.NOTIFICATION))
        : Scope.everywhere();
  }

  private static Scope unique(Meaning meaning, Role role) {
    return Scope.place(Part.REQUEST, meaning, role)
        .and(
            Scope.data(
                operation -> operation.unique().contains(meaning),
                "x-doku does not call " + meaning.key() + " unique",
                role));
  }

  private static Scope asOrdered(Meaning meaning, Role... roles) {
    return Scope.data(
            operation ->
                operation.asOrdered().contains(meaning)
                    && Arrays.stream(Part.values())
                        .anyMatch(part -> operation.pointer(part, meaning).isPresent()),
            "x-doku does not say that " + meaning.key() + " is as ordered",
            roles)
        .and(Scope.place(Part.REQUEST, Meaning.INVOICE, roles));
  }

  /** Judges the next exchange of the run. */
  public List<Finding> next(RunTrace trace) {
    boolean full = memory.next();
    List<Finding> findings = new ArrayList<>(0);
    Consumer<Finding> ruled = Ruling.of(trace.operation(), findings::add);
    boolean repeated = trace.requestId() != RunTrace.NONE && checkRequestId(trace, ruled);
    // A repeated request is the same order, or the same refund, once more.
    if (!repeated && trace.operation().isPresent()) {
      judge(trace, trace.operation().get(), ruled);
    }
    if (full) {
      findings.add(
          FULL.at(Part.REQUEST, "").got("more than " + memory.most() + " exchanges").build());
    }
    return findings;
  }

  private void judge(RunTrace trace, Operation operation, Consumer<Finding> findings) {
    checkInvoice(trace, operation, findings);
    rememberReference(trace, operation, findings);
    rememberRefund(trace, operation, findings);
    compareWithOrder(trace, operation, findings);
  }

  /** Returns whether this request came before with the same body. */
  boolean checkRequestId(RunTrace trace, Consumer<Finding> findings) {
    if (!memory.findRequest(trace.requestId())) {
      memory.addRequest(trace.requestId(), (int) trace.requestBody());
      return false;
    }
    boolean sameBody = memory.requestBody() == (int) trace.requestBody();
    if (trace.oncePerDay()) {
      findings.accept(
          EXTERNAL_ID
              .at(Part.REQUEST, trace.requestIdHeader())
              .got("that of exchange " + memory.requestExchange() + " of this run")
              .build());
    }
    if (sameBody || trace.oncePerDay()) {
      return sameBody;
    }
    findings.accept(
        REQUEST_ID
            .at(Part.REQUEST, trace.requestIdHeader())
            .got("another body than exchange " + memory.requestExchange() + " of this run")
            .build());
    return false;
  }

  /** Judges an order's number, or remembers the order. */
  void checkInvoice(RunTrace trace, Operation operation, Consumer<Finding> findings) {
    if (!trace.is(Role.ORDER) || trace.order() == RunTrace.NONE) {
      return;
    }
    if (memory.findOrder(trace.order())) {
      if (trace.isUnique(Meaning.INVOICE)) {
        Pointer at = operation.pointer(Part.REQUEST, Meaning.INVOICE).orElseThrow();
        findings.accept(
            INVOICE
                .requiring(at.dotted() + IS_UNIQUE)
                .at(Part.REQUEST, at.toString())
                .got("the number of exchange " + memory.orderExchange() + " of this run")
                .build());
      }
    } else if (!trace.refused()) {
      memory.addOrder(trace.order(), (int) trace.reference(), trace.amount());
    }
  }

  /** Compares what is said of an order with the order, and takes over what it is changed to. */
  void compareWithOrder(RunTrace trace, Operation operation, Consumer<Finding> findings) {
    if (trace.isAsOrdered(Meaning.REFERENCE)) {
      checkReference(trace, operation, findings);
    }
    if (trace.isAsOrdered(Meaning.AMOUNT)) {
      checkAmount(trace, operation, findings);
    }
    if (trace.is(Role.UPDATE)) {
      update(trace);
    }
  }

  /** From here on the order is of the amount that it was changed to, or nobody knows of which. */
  private void update(RunTrace trace) {
    if (isOfKnownOrder(trace) && trace.amount() >= 0 && !trace.refused()) {
      memory.setOrderAmount(trace.succeeded() ? trace.amount() : -1);
    }
  }

  void rememberReference(RunTrace trace, Operation operation, Consumer<Finding> findings) {
    if (trace.isUnique(Meaning.REFERENCE)) {
      remember(trace, operation, trace.reference(), REFERENCE, Meaning.REFERENCE, findings);
    }
  }

  void rememberRefund(RunTrace trace, Operation operation, Consumer<Finding> findings) {
    if (trace.isUnique(Meaning.REFUND_REFERENCE)) {
      remember(
          trace,
          operation,
          trace.refundReference(),
          REFUND_REFERENCE,
          Meaning.REFUND_REFERENCE,
          findings);
    }
  }

  private void remember(
      RunTrace trace,
      Operation operation,
      long key,
      FindingType type,
      Meaning meaning,
      Consumer<Finding> findings) {
    if (key == RunTrace.NONE) {
      return;
    }
    if (memory.findReference(key)) {
      Pointer at = operation.pointer(Part.REQUEST, meaning).orElseThrow();
      String is = type.equals(REFERENCE) ? IS_UNIQUE : IS_NEW;
      findings.accept(
          type.requiring(at.dotted() + is)
              .at(Part.REQUEST, at.toString())
              .got("one that this run has used before")
              .build());
    } else if (!trace.refused()) {
      memory.addReference(key);
    }
  }

  private boolean isOfKnownOrder(RunTrace trace) {
    return trace.order() != RunTrace.NONE && memory.findOrder(trace.order());
  }

  private void checkReference(RunTrace trace, Operation operation, Consumer<Finding> findings) {
    if (!isOfKnownOrder(trace) || trace.reference() == RunTrace.NONE) {
      return;
    }
    int ordered = memory.orderReference();
    // An order of a channel that has no references can't tell.
    if (ordered != (int) RunTrace.NONE && ordered != (int) trace.reference()) {
      Pointer at = operation.pointer(Part.REQUEST, Meaning.REFERENCE).orElseThrow();
      findings.accept(
          OTHER_REFERENCE
              .requiring(at.dotted() + IS_OF_ORDER)
              .at(Part.REQUEST, at.toString())
              .wanted("the one in exchange " + memory.orderExchange() + " of this run")
              .got("another")
              .build());
    }
  }

  private void checkAmount(RunTrace trace, Operation operation, Consumer<Finding> findings) {
    if (!isOfKnownOrder(trace) || trace.amount() < 0) {
      return;
    }
    long ordered = memory.orderAmount();
    if (ordered >= 0 && ordered != trace.amount()) {
      Part part = RunTrace.amountIn(trace.operation());
      Pointer at = operation.pointer(part, Meaning.AMOUNT).orElseThrow();
      FindingType type =
          operation.is(Role.REFUND)
              ? NOT_FULL
              : OTHER_AMOUNT.requiring(
                  "a " + operation.role().id() + "'s " + at.dotted() + IS_OF_ORDER);
      findings.accept(
          type.at(part, at.toString())
              .wanted(ordered + ", as in exchange " + memory.orderExchange() + " of this run")
              .got(Long.toString(trace.amount()))
              .build());
    }
  }

  /** Returns the size of all that is remembered, but for a few fixed bytes. */
  long bytes() {
    return memory.bytes();
  }

  /** Returns the types in the order in which those of one exchange are found. */
  static List<FindingType> inOrder() {
    return List.of(
        EXTERNAL_ID,
        REQUEST_ID,
        INVOICE,
        REFERENCE,
        REFUND_REFERENCE,
        OTHER_REFERENCE,
        NOT_FULL,
        OTHER_AMOUNT,
        FULL);
  }
}
