package io.github.dokuconformance.probe;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The notification that probes are made of, as the contract's files have it.
 *
 * <p>Immutable and thread safe.
 */
public final class NotificationForm {
  /** Stands where {@link Spelling#withText} puts its text. */
  static final String TEXT = "@TEXT@";

  /** In place of {@link #TEXT}, where a notification has no text of DOKU's own. */
  private static final String ADDED = "field_that_doku_may_add";

  /** DOKU's own number of the payment. */
  private static final String NUMBER = "1000000001";

  private static final Instant CREATED = Instant.parse("2026-01-02T03:00:00Z");
  private static final Instant EXPIRES = Instant.parse("2026-01-02T09:00:00Z");

  private final Operation operation;
  private final Operation order;
  private final AnswerTemplate template;
  private final String method;

  private NotificationForm(
      Operation operation, Operation order, AnswerTemplate template, String method) {
    this.operation = operation;
    this.order = order;
    this.template = template;
    this.method = method;
  }

  /** Returns the first notification of the bundled contract. */
  public static NotificationForm bundled() {
    return of(Contract.bundled(), ids(Contract.bundled()).get(0));
  }

  /** Returns the ids of the notifications that a contract tells how to write. */
  public static List<String> ids(Contract contract) {
    return Answers.of(contract).notifications().stream().map(Operation::id).toList();
  }

  /** As {@link #of(Contract, String, Optional)}, of the first method where there are several. */
  public static NotificationForm of(Contract contract, String id) {
    return of(contract, id, Optional.empty());
  }

  /**
   * Returns the notification of that id, or of the channel of that name.
   *
   * @param method by which the customer paid, for a notification that differs by that
   * @throws IllegalArgumentException where the contract has none that it tells how to write
   */
  public static NotificationForm of(Contract contract, String id, Optional<String> method) {
    Operation operation =
        Answers.of(contract).notifications().stream()
            .filter(one -> one.id().equals(id) || one.channel().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "expected a notification ("
                            + String.join(", ", ids(contract))
                            + "), got: "
                            + id));
    Operation order = contract.operation(operation.channel(), Role.ORDER).orElse(operation);
    String paidBy = paidBy(Answers.of(contract).methods(order), method);
    return new NotificationForm(
        operation,
        order,
        Answers.of(contract).find(operation, operation.channel(), paidBy).orElseThrow(),
        paidBy);
  }

  private static String paidBy(Set<String> methods, Optional<String> wanted) {
    if (wanted.isPresent() && !methods.contains(wanted.get())) {
      throw new IllegalArgumentException(
          methods.isEmpty()
              ? "expected no method: this notification is the same for all"
              : "expected a method ("
                  + String.join(", ", methods)
                  + "), got: "
                  + Visible.line(wanted.get()));
    }
    return wanted.or(() -> methods.stream().findFirst()).orElse("");
  }

  Operation operation() {
    return operation;
  }

  /** Returns the scheme by which it is signed. */
  public Scheme scheme() {
    return Schemes.bundled().of(operation.scheme());
  }

  /** Tells whether it comes with a token that the merchant gave. */
  public boolean needsToken() {
    return TokenForm.isNeededBy(scheme());
  }

  /** Tells whether it tells of failures, too. */
  boolean canFail() {
    return template.tellsOf(OrderState.FAILED.name());
  }

  /** Returns the operations whose requests tell of an order: this one, and that which makes it. */
  public List<Operation> operations() {
    return List.of(operation, order);
  }

  /** Returns the name of the place where the payment's state stands. */
  String status() {
    return operation
        .pointer(Part.REQUEST, Meaning.STATUS)
        .map(Pointer::dotted)
        .orElse("the payment's state");
  }

  /** Returns a path of DOKU's own API, of the same channel where it has one. */
  String pathOfDoku() {
    return order.path().isEmpty() ? "/" : order.path();
  }

  /** Returns what the pages leave open whether it comes. */
  Optional<Pointer> mayLack() {
    return template.mayLack();
  }

  Optional<Pointer> amount() {
    return operation.pointer(Part.REQUEST, Meaning.AMOUNT);
  }

  /** Returns the body that tells of an order in that state. */
  ObjectNode of(Setting setting, OrderState state) {
    ObjectNode tree = (ObjectNode) template.render(name -> value(name, setting, state));
    if (!tree.toString().contains(TEXT)) {
      tree.put(ADDED, TEXT);
    }
    return tree;
  }

  private Optional<JsonNode> value(String name, Setting setting, OrderState state) {
    ProbedOrder order = setting.order();
    return switch (name) {
      case "invoice" -> text(order.invoiceNumber());
      case "amount" -> Optional.of(LongNode.valueOf(order.amount()));
      case "amountText" -> text(Long.toString(order.amount()));
      case "reference" -> text(order.reference());
      case "method" -> method.isEmpty() ? Optional.empty() : text(method);
      case "number", "codeToPay" -> text(NUMBER);
      case "refundedText" -> text("0");
      case "originalRequestId" -> text(order.originalRequestId());
      case "clientId" -> text(setting.merchant().clientId());
      case "acquirerReference" -> text(TEXT);
      case "state" -> text(state.name());
      case "status" -> text(state.transactionStatus());
      case "changed", "paymentDate", "now" -> text(Timestamps.format(setting.now()));
      case "created" -> text(Timestamps.format(CREATED));
      case "expires" -> text(Timestamps.format(EXPIRES));
      case "createdCompact" -> text("20260102100000");
      case "expiresCompact" -> text("20260102160000");
      default -> Optional.ofNullable(template.samples().get(name));
    };
  }

  private static Optional<JsonNode> text(String text) {
    return Optional.of(StringNode.valueOf(text));
  }
}
