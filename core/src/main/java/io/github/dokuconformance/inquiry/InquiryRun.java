package io.github.dokuconformance.inquiry;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.SignatureResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.probe.Merchant;
import io.github.dokuconformance.probe.ProbeResult;
import io.github.dokuconformance.probe.Requirement;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Asks an endpoint genuine and forged questions, one after the other, and judges each answer with
 * the contract.
 */
public final class InquiryRun {
  /** The key of somebody who is not the merchant. */
  private static final SigningKey OF_ANOTHER =
      SigningKey.of(MerchantSecret.of("SK-TEST-ANOTHER-MERCHANT-NOT-A-SECRET"));

  private static final String OTHER_PATH = "/some/other/path";

  /** A number that no bank gives out. */
  private static final String NOBODYS = "0000000000000000";

  private static final Budget BUDGET = Budget.standard();

  /** Sends a question. */
  @FunctionalInterface
  public interface Endpoint {
    /**
     * Returns the answer.
     *
     * @throws IOException where none came; its message says why
     */
    Response ask(Request request) throws IOException;
  }

  private final Endpoint endpoint;
  private final Merchant merchant;
  private final InquiryForm form;
  private final Scheme scheme;
  private final Clock clock;
  private final Supplier<String> ids;
  private final List<ProbeResult> results = new ArrayList<>();
  private final Consumer<ProbeResult> listener;

  /**
   * @param ids a new Request-Id each time
   * @param listener told of each result as it comes
   */
  public InquiryRun(
      Endpoint endpoint,
      Merchant merchant,
      InquiryForm form,
      Clock clock,
      Supplier<String> ids,
      Consumer<ProbeResult> listener) {
    this.endpoint = endpoint;
    this.merchant = merchant;
    this.form = form;
    this.scheme = form.scheme();
    this.clock = clock;
    this.ids = ids;
    this.listener = listener;
  }

  /**
   * Asks, and returns what came of it.
   *
   * @param number that the endpoint knows
   * @param amount what the order costs; without it the amount is not judged
   * @throws IOException where nobody answers the first question
   */
  public List<ProbeResult> run(String number, OptionalLong amount) throws IOException {
    Request genuine = question(number, merchant.target().path(), merchant.key());
    judge(genuine, endpoint.ask(genuine), number, amount);
    refused(
        InquiryRequirements.UNSIGNED,
        question(number, merchant.target().path(), merchant.key())
            .withHeaders(withoutSignature(genuine.headers())));
    refused(InquiryRequirements.OTHER_KEY, question(number, merchant.target().path(), OF_ANOTHER));
    refused(InquiryRequirements.OTHER_PATH, question(number, OTHER_PATH, merchant.key()));
    refused(
        InquiryRequirements.OTHER_BODY,
        question(NOBODYS, merchant.target().path(), merchant.key())
            .withBody(form.about(number, clock.instant())));
    unknown(question(NOBODYS, merchant.target().path(), merchant.key()));
    return List.copyOf(results);
  }

  private Headers withoutSignature(Headers headers) {
    return headers.without(scheme.header(HeaderRole.SIGNATURE, Part.REQUEST).orElseThrow());
  }

  private Request question(String number, String signedPath, SigningKey key) {
    Instant now = clock.instant();
    Body body = form.about(number, now);
    String method = form.operation().method();
    Headers headers =
        scheme
            .sign(
                Components.of(SignedPart.NOTIFICATION, method, signedPath, body)
                    .withClientId(merchant.clientId())
                    .withRequestId(ids.get())
                    .withTimestamp(Timestamps.format(now)),
                key)
            .with("Content-Type", "application/json");
    return new Request(method, merchant.target(), headers, body);
  }

  private void judge(Request request, Response response, String number, OptionalLong amount) {
    int status = response.status();
    result(InquiryRequirements.ANSWERED, status / 100 == 2, Integer.toString(status), status);
    CheckResult checked = check(request, response);
    SignatureResult signature = checked.responseSignature();
    result(
        InquiryRequirements.SIGNED,
        signature.status() == SignatureStatus.VALID,
        said(signature),
        status);
    Optional<Finding> error = firstError(checked);
    result(
        InquiryRequirements.AS_CONTRACT,
        error.isEmpty(),
        error.map(InquiryRun::said).orElse("none"),
        status);
    JsonNode asked = json(request.body());
    JsonNode told = json(response.body());
    String repeated = told.at(place(asked, number)).asString("");
    result(InquiryRequirements.NUMBER, repeated.equals(number), shown(repeated), status);
    if (amount.isPresent()) {
      String got = text(told, Meaning.AMOUNT);
      result(InquiryRequirements.AMOUNT, isSame(got, amount.getAsLong()), shown(got), status);
    }
    String state = text(told, Meaning.STATUS);
    result(InquiryRequirements.SUCCESS, isSuccess(state), shown(state), status);
  }

  /** Returns where the number stands in a question; an answer has it in the same place. */
  private static JsonPointer place(JsonNode asked, String number) {
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

  private CheckResult check(Request request, Response response) {
    CheckContext context =
        CheckContext.nothing()
            .withKeys(KeyRing.of(merchant.clientId(), merchant.key()))
            .withNow(clock.instant());
    Exchange exchange =
        new Exchange(
            "the answer",
            Optional.of(form.operation().id()),
            request,
            Optional.of(response),
            Optional.of(clock.instant()));
    return Explanation.explain(Check.check(exchange, context), context, BUDGET);
  }

  /** Whether the signature is right is a requirement of its own. */
  private static Optional<Finding> firstError(CheckResult checked) {
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

  private void refused(Requirement requirement, Request request) {
    try {
      int status = endpoint.ask(request).status();
      result(requirement, status / 100 != 2, Integer.toString(status), status);
    } catch (IOException e) {
      result(requirement, false, said(e), 0);
    }
  }

  private void unknown(Request request) {
    try {
      Response response = endpoint.ask(request);
      String state = text(json(response.body()), Meaning.STATUS);
      boolean refused = response.status() / 100 != 2 || !isSuccess(state);
      result(
          InquiryRequirements.UNKNOWN,
          refused,
          response.status() + " " + shown(state),
          response.status());
    } catch (IOException e) {
      result(InquiryRequirements.UNKNOWN, false, said(e), 0);
    }
  }

  private static String said(IOException e) {
    return "no answer (" + Visible.line(String.valueOf(e.getMessage())) + ")";
  }

  private void result(Requirement requirement, boolean passed, String got, int status) {
    boolean isOfAnswer = requirement.subject().equals(InquiryRequirements.THE_ANSWER);
    ProbeResult result =
        new ProbeResult(
            requirement,
            passed,
            got,
            status > 0 ? OptionalInt.of(status) : OptionalInt.empty(),
            isOfAnswer ? 0 : 1,
            Optional.empty(),
            List.of());
    results.add(result);
    listener.accept(result);
  }

  private String text(JsonNode answer, Meaning meaning) {
    return form.operation()
        .pointer(Part.RESPONSE, meaning)
        .map(pointer -> pointer.in(answer).asString(""))
        .orElse("");
  }

  private static boolean isSuccess(String state) {
    return state.toLowerCase(Locale.ROOT).equals("success");
  }

  private static boolean isSame(String got, long wanted) {
    try {
      return new BigDecimal(got).compareTo(BigDecimal.valueOf(wanted)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static String shown(String text) {
    return text.isEmpty() ? "nothing" : Visible.quoted(text);
  }

  private static JsonNode json(Body body) {
    return JsonBody.read(body).root().orElse(MissingNode.getInstance());
  }
}
