package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Echo;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.HeaderRole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A response repeats the ids, numbers and references of its request. */
final class ResponseEchoes implements Rule {
  private static final String HINT =
      "The response belongs to another request, or was altered: do not act on it.";
  private static final String REPEATS = "a response repeats the request's ";
  private static final FindingType CLIENT_ID =
      header("echo.client-id", "a response carries the Client-Id of its request");
  private static final FindingType REQUEST_ID =
      header("echo.request-id", "a response carries the Request-Id of its request");
  private static final FindingType OTHER = body("echo.field", "field of the same meaning");
  private static final Map<Meaning, FindingType> BY_MEANING = new EnumMap<>(Meaning.class);

  /** The roles whose response should repeat what has that meaning. */
  private static final Map<Meaning, Role[]> ROLES = new EnumMap<>(Meaning.class);

  static {
    add(
        Meaning.INVOICE,
        body("echo.invoice-number", "order.invoice_number"),
        Role.ORDER,
        Role.UPDATE,
        Role.CANCEL,
        Role.REFUND,
        Role.STATUS,
        Role.INQUIRY);
    add(Meaning.AMOUNT, body("echo.amount", "order.amount"), Role.ORDER, Role.UPDATE);
    add(
        Meaning.REFERENCE,
        body("echo.reference", "payment.merchant_unique_reference"),
        Role.ORDER,
        Role.CANCEL,
        Role.REFUND);
    add(
        Meaning.REFUND_REFERENCE,
        body("echo.refund-reference", "refund.merchant_unique_reference"),
        Role.REFUND);
    add(
        Meaning.NOTIFICATION_URL,
        body("echo.override-url", "override_notification_url"),
        Role.ORDER);
  }

  private static void add(Meaning meaning, FindingType type, Role... roles) {
    BY_MEANING.put(meaning, type);
    ROLES.put(meaning, roles);
  }

  private static FindingType header(String code, String requirement) {
    return new FindingType(
        code, Severity.ERROR, requirement, HINT, Source.documented(Pages.RESPONSE_HEADERS));
  }

  private static FindingType body(String code, String field) {
    return new FindingType(
        code,
        Severity.ERROR,
        REPEATS + field,
        HINT,
        Source.documented(Pages.AKULAKU + "response tables (\"Same as the request\")"));
  }

  @Override
  public List<FindingType> types(Contract contract) {
    List<FindingType> types = new ArrayList<>(List.of(CLIENT_ID, REQUEST_ID));
    types.addAll(BY_MEANING.values());
    types.add(OTHER);
    return types;
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    if (type.equals(CLIENT_ID) || type.equals(REQUEST_ID)) {
      return Scope.only(
          operation -> operation.isSigned(Part.RESPONSE), "its response is not signed");
    }
    Scope answered =
        Scope.only(operation -> operation.responseSchema().isPresent(), "its response has no body");
    for (Map.Entry<Meaning, FindingType> each : BY_MEANING.entrySet()) {
      if (each.getValue().equals(type)) {
        Meaning meaning = each.getKey();
        return answered.and(
            Scope.data(
                operation -> operation.echoes().stream().anyMatch(echo -> isOf(meaning, echo)),
                "x-doku names no echo of " + meaning.key(),
                ROLES.getOrDefault(meaning, new Role[0])));
      }
    }
    return answered
        .and(
            Scope.data(
                operation ->
                    !isInBothParts(Meaning.ORIGINAL_REQUEST_ID, operation)
                        || hasEcho(Meaning.ORIGINAL_REQUEST_ID, operation),
                "x-doku names no echo of originalRequestId, which both parts have",
                Role.values()))
        .and(
            Scope.data(
                operation -> operation.echoes().stream().anyMatch(echo -> type(echo).equals(OTHER)),
                "x-doku names no other echo"));
  }

  private static boolean isInBothParts(Meaning meaning, Operation operation) {
    return operation.pointer(Part.REQUEST, meaning).isPresent()
        && operation.pointer(Part.RESPONSE, meaning).isPresent();
  }

  private static boolean hasEcho(Meaning meaning, Operation operation) {
    return operation.echoes().stream().anyMatch(echo -> isOf(meaning, echo));
  }

  private static boolean isOf(Meaning meaning, Echo echo) {
    return echo.meaning().isPresent() && echo.meaning().get() == meaning;
  }

  private static FindingType type(Echo echo) {
    return echo.meaning().map(meaning -> BY_MEANING.getOrDefault(meaning, OTHER)).orElse(OTHER);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.succeeded() || subject.operation().isEmpty()) {
      return;
    }
    if (subject.isSigned(Part.RESPONSE)) {
      check(subject, CLIENT_ID, HeaderRole.CLIENT_ID, findings);
      check(subject, REQUEST_ID, HeaderRole.REQUEST_ID, findings);
    }
    for (Echo echo : subject.operation().get().echoes()) {
      check(subject, echo, findings);
    }
  }

  private static void check(Subject subject, Echo echo, Consumer<Finding> findings) {
    JsonNode sent = subject.value(Part.REQUEST, echo.request());
    JsonNode got = subject.value(Part.RESPONSE, echo.response());
    if (isOf(Meaning.AMOUNT, echo) || (sent.isNumber() && got.isNumber())) {
      Optional<BigDecimal> amount = Amounts.read(sent);
      Optional<BigDecimal> repeated = Amounts.read(got);
      if (amount.isPresent()
          && repeated.isPresent()
          && amount.get().compareTo(repeated.get()) != 0) {
        report(echo, Amounts.show(amount.get()), Amounts.show(repeated.get()), findings);
      }
    } else if (sent.isString() && got.isString() && !sent.asString().equals(got.asString())) {
      report(echo, Visible.quoted(sent.asString()), Visible.quoted(got.asString()), findings);
    }
  }

  private static void report(Echo echo, String sent, String got, Consumer<Finding> findings) {
    FindingType type = type(echo);
    String name = echo.request().dotted();
    String last = name.substring(name.lastIndexOf('.') + 1);
    findings.accept(
        type.requiring(type.requirement().equals(REPEATS + last) ? REPEATS + last : REPEATS + name)
            .at(Part.RESPONSE, echo.response().toString())
            .wanted(sent)
            .got(got)
            .build());
  }

  private static void check(
      Subject subject, FindingType type, HeaderRole role, Consumer<Finding> findings) {
    Optional<String> sent = subject.header(role, Part.REQUEST);
    Optional<String> got = subject.header(role, Part.RESPONSE);
    if (sent.isPresent() && got.isPresent() && !sent.equals(got)) {
      findings.accept(
          type.at(Part.RESPONSE, subject.headerName(role, Part.RESPONSE))
              .wanted(Visible.quoted(sent.get()))
              .got(Visible.quoted(got.get()))
              .build());
    }
  }
}
