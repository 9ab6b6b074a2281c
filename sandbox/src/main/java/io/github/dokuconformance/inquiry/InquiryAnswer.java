package io.github.dokuconformance.inquiry;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.probe.Requirement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a merchant answered to a genuine question about a number.
 *
 * <p>Immutable and thread safe.
 */
public final class InquiryAnswer {
  private final Operation operation;
  private final CheckResult checked;
  private final Response response;
  private final String number;
  private final JsonNode told;

  /**
   * Whether a requirement was met.
   *
   * @param got what came, as a phrase
   */
  public record Verdict(Requirement requirement, boolean passed, String got) {}

  /**
   * @param checked the question with its answer, which must be there
   * @param number that was asked about
   */
  public InquiryAnswer(Operation operation, CheckResult checked, String number) {
    this.operation = operation;
    this.checked = checked;
    this.response = checked.exchange().response().orElseThrow();
    this.number = number;
    this.told = json(response.body());
  }

  /**
   * Judges it.
   *
   * @param amount what the order costs; without it the amount is not judged
   */
  public List<Verdict> verdicts(OptionalLong amount) {
    List<Verdict> verdicts = new ArrayList<>();
    int status = response.status();
    verdicts.add(
        new Verdict(InquiryRequirements.ANSWERED, status / 100 == 2, Integer.toString(status)));
    SignatureResult signature = checked.responseSignature();
    if (operation.isSigned(Part.RESPONSE)) {
      verdicts.add(
          new Verdict(
              InquiryRequirements.SIGNED,
              signature.status() == SignatureStatus.VALID,
              said(signature)));
    }
    Optional<Finding> error = firstError();
    verdicts.add(
        new Verdict(
            InquiryRequirements.AS_CONTRACT,
            error.isEmpty(),
            error.map(InquiryAnswer::said).orElse("none")));
    String repeated = repeated();
    verdicts.add(new Verdict(InquiryRequirements.NUMBER, repeated.equals(number), shown(repeated)));
    if (amount.isPresent()) {
      boolean same = amount().map(got -> isSame(got, amount.getAsLong())).orElse(false);
      verdicts.add(
          new Verdict(
              InquiryRequirements.AMOUNT, same, shown(text(operation, told, Meaning.AMOUNT))));
    }
    String state = text(operation, told, Meaning.STATUS);
    verdicts.add(new Verdict(InquiryRequirements.SUCCESS, isSuccess(state), shown(state)));
    return verdicts;
  }

  /** Returns the body; missing where there is none. */
  public JsonNode body() {
    return told;
  }

  /** Returns the number of the order that is to be paid; empty where it names none. */
  public String invoiceNumber() {
    return text(operation, told, Meaning.INVOICE);
  }

  /** Returns what is to be paid, where it says that. */
  public Optional<BigDecimal> amount() {
    try {
      return Optional.of(new BigDecimal(text(operation, told, Meaning.AMOUNT)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns the number that the answer names: where the contract says, or where it was asked. */
  private String repeated() {
    return operation
        .pointer(Part.RESPONSE, Meaning.ACCOUNT_NUMBER)
        .map(pointer -> pointer.in(told))
        .orElseGet(() -> told.at(place()))
        .asString("");
  }

  /** Returns where the number stands in a question; an answer has it in the same place. */
  private JsonPointer place() {
    JsonNode asked = json(checked.exchange().request().body());
    for (Map.Entry<String, JsonNode> object : asked.properties()) {
      for (Map.Entry<String, JsonNode> member : object.getValue().properties()) {
        if (member.getValue().asString("").equals(number)) {
          return JsonPointer.empty()
              .appendProperty(object.getKey())
              .appendProperty(member.getKey());
        }
      }
    }
    throw new IllegalStateException("no question without its number");
  }

  /** Whether the signature is right is a requirement of its own. */
  private Optional<Finding> firstError() {
    return checked.findings().stream()
        .filter(finding -> finding.part() == Part.RESPONSE)
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> !finding.code().startsWith("signature."))
        .findFirst();
  }

  private static String said(Finding finding) {
    return finding.code() + " at " + finding.at();
  }

  private static String said(SignatureResult signature) {
    return switch (signature.status()) {
      case VALID -> "a right signature";
      case ABSENT -> "none";
      default ->
          signature
              .diagnosis()
              .map(
                  diagnosis ->
                      diagnosis.fold(
                          valid -> "a right signature",
                          explained -> explained.names(),
                          unexplained -> "one that nothing explains"))
              .orElse("a wrong one");
    };
  }

  /** Returns the state that an answer tells; empty where it tells none. */
  static String state(Operation operation, Response response) {
    return text(operation, json(response.body()), Meaning.STATUS);
  }

  private static String text(Operation operation, JsonNode answer, Meaning meaning) {
    return operation
        .pointer(Part.RESPONSE, meaning)
        .map(pointer -> pointer.in(answer).asString(""))
        .orElse("");
  }

  static boolean isSuccess(String state) {
    return state.toLowerCase(Locale.ROOT).equals("success") || state.equals("00");
  }

  private static boolean isSame(BigDecimal got, long wanted) {
    return got.compareTo(BigDecimal.valueOf(wanted)) == 0;
  }

  static String shown(String text) {
    return text.isEmpty() ? "nothing" : Visible.quoted(text);
  }

  private static JsonNode json(Body body) {
    return JsonBody.read(body).root().orElse(MissingNode.getInstance());
  }
}
