package io.github.dokuconformance.inquiry;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.probe.Merchant;
import io.github.dokuconformance.probe.ProbeResult;
import io.github.dokuconformance.probe.Requirement;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

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

  private static final AccessToken NOBODYS_TOKEN = AccessToken.of("FAKE.TOKEN.NOT-A-SECRET");

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
  private final Optional<AccessToken> token;
  private final InquiryForm form;
  private final Scheme scheme;
  private final Clock clock;
  private final Supplier<String> ids;
  private final List<ProbeResult> results = new ArrayList<>();
  private final Consumer<ProbeResult> listener;

  /**
   * @param token that the merchant gave, where the question comes with one
   * @param ids a new Request-Id each time
   * @param listener told of each result as it comes
   */
  public InquiryRun(
      Endpoint endpoint,
      Merchant merchant,
      Optional<AccessToken> token,
      InquiryForm form,
      Clock clock,
      Supplier<String> ids,
      Consumer<ProbeResult> listener) {
    this.endpoint = endpoint;
    this.merchant = merchant;
    this.token = token;
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
    if (token.isPresent()) {
      refused(
          InquiryRequirements.OTHER_TOKEN,
          question(number, merchant.target().path(), merchant.key(), Optional.of(NOBODYS_TOKEN)));
      refused(InquiryRequirements.NO_TOKEN, withoutToken(number));
    }
    unknown(question(NOBODYS, merchant.target().path(), merchant.key()));
    return List.copyOf(results);
  }

  private Headers withoutSignature(Headers headers) {
    return headers.without(scheme.header(HeaderRole.SIGNATURE, Part.REQUEST).orElseThrow());
  }

  private Request question(String number, String signedPath, SigningKey key) {
    return question(number, signedPath, key, token);
  }

  private Request question(
      String number, String signedPath, SigningKey key, Optional<AccessToken> with) {
    return form.question(merchant, number, signedPath, key, clock.instant(), ids.get(), with);
  }

  private Request withoutToken(String number) {
    Request genuine = question(number, merchant.target().path(), merchant.key());
    return genuine.withHeaders(
        genuine
            .headers()
            .without(scheme.header(HeaderRole.AUTHORIZATION, Part.REQUEST).orElseThrow()));
  }

  private void judge(Request request, Response response, String number, OptionalLong amount) {
    new InquiryAnswer(form.operation(), check(request, response), number)
        .verdicts(amount)
        .forEach(
            verdict ->
                result(verdict.requirement(), verdict.passed(), verdict.got(), response.status()));
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
      String state = InquiryAnswer.state(form.operation(), response);
      boolean refused = !response.isSuccess() || !InquiryAnswer.isSuccess(state);
      result(
          InquiryRequirements.UNKNOWN,
          refused,
          response.status() + " " + InquiryAnswer.shown(state),
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
}
