package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Amounts are written as plain integers, without a fraction or an exponent. */
final class AmountSpelling implements Rule {
  private static final FindingType SPELLING =
      new FindingType(
          "amount.spelling",
          Severity.ERROR,
          "a whole amount is written as a plain integer",
          "Send 90000, not 90000.00 or 9e4: each spelling has another digest, and parsers rewrite"
              + " them.",
          Source.documented(Pages.ORDER_REQUEST + " (\"no decimals\")"));

  private static final FindingType EXPONENT =
      new FindingType(
          SPELLING.code(),
          Severity.WARNING,
          SPELLING.requirement(),
          SPELLING.hint(),
          Source.derived(Pages.ORDER_REQUEST + " (a number): a plain one"));

  private static final FindingType SPELLING_OF_DOKU =
      new FindingType(
          SPELLING.code(),
          Severity.NOTE,
          SPELLING.requirement(),
          "Read amounts as decimal numbers, and digest the bytes as they came: DOKU's simulator was"
              + " seen to send 20000.00.",
          Source.observed("third-party integration notes, notification bodies"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(SPELLING);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return told(Part.REQUEST)
        .and(told(Part.RESPONSE))
        .and(
            Scope.only(
                operation ->
                    Arrays.stream(Part.values())
                        .anyMatch(
                            part -> operation.pointer(part, Meaning.WHOLE_NUMBERS).isPresent()),
                "neither part has wholeNumbers"));
  }

  private static Scope told(Part part) {
    return Scope.data(
        operation ->
            (part == Part.REQUEST ? operation.requestSchema() : operation.responseSchema())
                    .isEmpty()
                || operation.tellsOf(part, Meaning.WHOLE_NUMBERS),
        "x-doku names no wholeNumbers in the " + part.id(),
        Role.ORDER,
        Role.UPDATE,
        Role.CANCEL,
        Role.REFUND,
        Role.CAPTURE,
        Role.STATUS,
        Role.NOTIFICATION,
        Role.INQUIRY);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    check(subject, Part.REQUEST, findings);
    if (subject.isAnswerJudged()) {
      check(subject, Part.RESPONSE, findings);
    }
  }

  private static void check(Subject subject, Part part, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    boolean dokus = subject.isBy(Party.DOKU, part);
    JsonNode body = subject.json(part);
    for (Pointer place : subject.operation().get().pointers(part, Meaning.WHOLE_NUMBERS)) {
      if (place.anyIn(body, AmountSpelling::isWholeFraction)) {
        for (String pointer : place.all(body)) {
          JsonNode number = body.at(pointer);
          if (isWholeFraction(number)) {
            String text = number.toString();
            FindingType type =
                dokus ? SPELLING_OF_DOKU : text.indexOf('.') >= 0 ? SPELLING : EXPONENT;
            findings.accept(type.at(part, pointer).got(text).build());
          }
        }
      }
    }
  }

  private static boolean isWholeFraction(JsonNode amount) {
    return amount.isNumber()
        && !amount.isIntegralNumber()
        && amount.decimalValue().stripTrailingZeros().scale() <= 0;
  }
}
