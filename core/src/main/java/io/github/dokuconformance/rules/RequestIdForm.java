package io.github.dokuconformance.rules;

import static io.github.dokuconformance.signature.HeaderRole.REQUEST_ID;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.HttpSyntax;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A Request-Id is a unique random string of at most 128 characters, and a value of the body where a
 * page says so.
 */
final class RequestIdForm implements Rule {
  private static final int LONGEST = 128;
  private static final int FEWEST_RANDOM_DIGITS = 6;
  private static final FindingType LENGTH =
      new FindingType(
          "header.request-id-length",
          Severity.ERROR,
          "a Request-Id is not too long",
          "Use a UUID: 36 characters.",
          Source.documented(Pages.IDEMPOTENCY + " (\"max 128 characters\")"));
  private static final FindingType WEAK =
      new FindingType(
          "header.request-id-weak",
          Severity.WARNING,
          "a Request-Id is random enough to be unique",
          "Use a UUID for each new request: DOKU answers a repeated Request-Id with the earlier"
              + " request's response.",
          Source.documented(Pages.IDEMPOTENCY + " (\"Unique random string\")"));

  private static final FindingType DIFFERS =
      new FindingType(
          "header.request-id-differs",
          Severity.ERROR,
          "the Request-Id is the value of the body that the page says it is",
          "Make the value first, and send it in both places: a new one for each new request.",
          Source.documented(Pages.REQUEST_ID_OF_ORDER + " (\"must be same with Request-ID\")"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(LENGTH, WEAK, DIFFERS);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    if (type.equals(DIFFERS)) {
      return Scope.only(
          operation -> !operation.asRequestId().isEmpty(),
          "no value of its body is the Request-Id");
    }
    return type.equals(LENGTH)
        ? Scope.nonSnap()
        : Scope.nonSnap().and(Scope.sentByMerchant("DOKU chooses the Request-Id of what it sends"));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.isNonSnap()) {
      return;
    }
    String id = subject.header(REQUEST_ID, Part.REQUEST).orElse("");
    int length = id.codePointCount(0, id.length());
    if (length > LONGEST) {
      findings.accept(
          LENGTH
              .at(Part.REQUEST, subject.headerName(REQUEST_ID, Part.REQUEST))
              .wanted("at most " + LONGEST + " characters")
              .got(length + " characters")
              .build());
    }
    if (subject.isAnsweredByDoku() && !id.isEmpty()) {
      Set<Meaning> same = subject.operation().map(Operation::asRequestId).orElse(Set.of());
      same.forEach(meaning -> same(subject, meaning, id, findings));
      String weakness =
          same.isEmpty() ? weakness(id, subject.value(Part.REQUEST, Meaning.INVOICE)) : "";
      if (!weakness.isEmpty()) {
        findings.accept(
            WEAK.at(Part.REQUEST, subject.headerName(REQUEST_ID, Part.REQUEST))
                .got(Visible.quoted(id) + ", " + weakness)
                .build());
      }
    }
  }

  private static void same(
      Subject subject, Meaning meaning, String id, Consumer<Finding> findings) {
    JsonNode value = subject.value(Part.REQUEST, meaning);
    if (value.isString() && !value.asString().equals(id)) {
      findings.accept(
          DIFFERS
              .at(Part.REQUEST, subject.headerName(REQUEST_ID, Part.REQUEST))
              .wanted(Visible.quoted(value.asString()))
              .got(Visible.quoted(id))
              .build());
    }
  }

  private static String weakness(String id, JsonNode invoice) {
    if (invoice.isString() && invoice.asString().equals(id)) {
      return "which is the invoice number";
    }
    if (!HttpSyntax.isDigits(id)) {
      return "";
    }
    if (id.length() < FEWEST_RANDOM_DIGITS) {
      return "a number below 100000";
    }
    // From 2001 to 2286 epoch seconds have 10 digits and milliseconds 13.
    if ((id.length() == 13 || id.length() == 10) && id.charAt(0) == '1') {
      return "which looks like a clock's time: two requests at once share it";
    }
    return "";
  }
}
