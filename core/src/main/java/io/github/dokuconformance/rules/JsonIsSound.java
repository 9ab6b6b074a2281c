package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.json.JsonIssue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** A body is UTF-8 JSON that every parser reads alike. */
final class JsonIsSound implements Rule {
  private static final Source JSON =
      Source.documented(Pages.SIGNATURE_REQUEST + " (the JSON body); " + Pages.JSON);
  private static final Source LIMIT = Source.documented("the limits of this program");
  private static final Set<JsonIssue.Kind> LIMITED =
      EnumSet.of(
          JsonIssue.Kind.TOO_DEEP, JsonIssue.Kind.TOO_MANY_VALUES, JsonIssue.Kind.NUMBER_TOO_LONG);
  private static final Map<JsonIssue.Kind, FindingType> TYPES = new EnumMap<>(JsonIssue.Kind.class);
  private static final String READ_EXACTLY =
      "Read it as a big integer or as text: DOKU was seen to send numbers that a double changes,"
          + " such as a uuid of 19 digits.";

  static {
    type(
        JsonIssue.Kind.NOT_UTF8,
        "json.not-utf8",
        Severity.ERROR,
        "a body is UTF-8",
        "Encode the body as UTF-8, and sign those bytes.");
    type(
        JsonIssue.Kind.BYTE_ORDER_MARK,
        "json.byte-order-mark",
        Severity.ERROR,
        "a JSON body starts without a byte order mark (RFC 8259, section 8.1)",
        "Write the body without a BOM; a BOM is part of the digested bytes.");
    type(
        JsonIssue.Kind.MALFORMED,
        "json.malformed",
        Severity.ERROR,
        "a body is one JSON value",
        "Let a JSON library write the body.");
    type(
        JsonIssue.Kind.TOO_DEEP,
        "json.too-deep",
        Severity.ERROR,
        "a body nests at most " + JsonBody.MAX_DEPTH + " levels",
        "No message of the contract nests deeper than 5 levels: look at what wrote the body.");
    type(
        JsonIssue.Kind.TOO_MANY_VALUES,
        "json.too-many-values",
        Severity.ERROR,
        "a body has at most " + JsonBody.MAX_VALUES + " values",
        "The rest was not judged: an order has a handful of line items, look at what wrote the"
            + " body.");
    type(
        JsonIssue.Kind.NOT_A_NUMBER,
        "json.not-a-number",
        Severity.ERROR,
        "JSON has no NaN and no infinity (RFC 8259, section 6)",
        "Find the computation that has no result, and send a number.");
    type(
        JsonIssue.Kind.NUMBER_TOO_LONG,
        "json.number-too-long",
        Severity.ERROR,
        "a number has at most "
            + JsonBody.MAX_NUMBER_LENGTH
            + " characters and an exponent of 32 bits",
        "No parser agrees on such a number: amounts have at most 12 digits.");
    type(
        JsonIssue.Kind.DUPLICATE_KEY,
        "json.duplicate-key",
        Severity.WARNING,
        "the keys of an object are unique (RFC 8259, section 4)",
        "Send the key once: parsers disagree about which of the values counts.");
    type(
        JsonIssue.Kind.LONE_SURROGATE,
        "json.lone-surrogate",
        Severity.WARNING,
        "a string holds whole Unicode characters (RFC 8259, section 8.2)",
        "A character was cut in two: shorten texts by code points, not by chars.");
    type(
        JsonIssue.Kind.NUMBER_PRECISION,
        "json.number-precision",
        Severity.WARNING,
        "a number survives being read as a double (RFC 8259, section 6)",
        "Many parsers read numbers as doubles: send fewer digits, or a string.");
  }

  private static void type(
      JsonIssue.Kind kind, String code, Severity severity, String requirement, String hint) {
    Source source = LIMITED.contains(kind) ? LIMIT : JSON;
    TYPES.put(kind, new FindingType(code, severity, requirement, hint, source));
  }

  @Override
  public List<FindingType> types(Contract contract) {
    return List.copyOf(TYPES.values());
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.everywhere();
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.concernsDoku()) {
      report(subject, Part.REQUEST, subject.requestBody(), Severity.ERROR, findings);
    }
    if (subject.isAnswerJudged()) {
      // No page says what an error looks like: a gateway's may be HTML.
      Severity most = subject.succeeded() ? Severity.ERROR : Severity.WARNING;
      report(subject, Part.RESPONSE, subject.responseBody(), most, findings);
    }
  }

  private static void report(
      Subject subject, Part part, JsonBody body, Severity most, Consumer<Finding> findings) {
    for (JsonIssue issue : body.issues()) {
      FindingType type = Objects.requireNonNull(TYPES.get(issue.kind()));
      if (issue.kind() == JsonIssue.Kind.NUMBER_PRECISION && subject.isBy(Party.DOKU, part)) {
        // The merchant cannot change what DOKU sends, only how it is read.
        findings.accept(
            type.weighing(Severity.NOTE)
                .at(part, issue.pointer())
                .got(issue.got())
                .hint(READ_EXACTLY)
                .build());
        continue;
      }
      FindingType weighed = type.severity().compareTo(most) > 0 ? type.weighing(most) : type;
      findings.accept(weighed.at(part, issue.pointer()).got(issue.got()).build());
    }
  }
}
