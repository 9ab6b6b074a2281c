package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.inquiry.InquiryAnswer;
import io.github.dokuconformance.inquiry.InquiryAnswer.Verdict;
import io.github.dokuconformance.inquiry.InquiryForm;
import io.github.dokuconformance.inquiry.InquiryRequirements;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.probe.Merchant;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.http.Peer;
import io.github.dokuconformance.sandbox.http.RawClient;
import io.github.dokuconformance.sandbox.order.Acquirer;
import io.github.dokuconformance.sandbox.order.Answer;
import io.github.dokuconformance.sandbox.order.Bill;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.token.NoTokenException;
import io.github.dokuconformance.sandbox.token.RequestIds;
import io.github.dokuconformance.sandbox.token.TokenSource;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.SignedPart;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Asks a merchant what there is to pay for a number that is no order's, as DOKU does while the
 * customer stands at the machine, and judges the answer. Thread safe.
 */
final class Inquirer implements AutoCloseable {
  /** For how long DOKU waits is not documented (assumed). */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MOST_BYTES = 1 << 20;
  private static final String FAILED = "failed";
  private static final String UNREACHABLE = "unreachable";

  /** The most that an amount can be: twelve digits (documented). */
  private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999_999L);

  private final Contract contract;
  private final Merchants merchants;
  private final SandboxClock clock;
  private final Acquirer acquirer;
  private final SandboxEvidence evidence;
  private final TokenSource tokens;
  private final RawClient client = new RawClient(PATIENCE);
  private volatile @Nullable URI url;

  Inquirer(
      Contract contract,
      Merchants merchants,
      SandboxClock clock,
      Acquirer acquirer,
      SandboxEvidence evidence,
      TokenSource tokens) {
    this.contract = contract;
    this.merchants = merchants;
    this.clock = clock;
    this.acquirer = acquirer;
    this.evidence = evidence;
    this.tokens = tokens;
  }

  void setUrl(Optional<URI> target) {
    url = target.orElse(null);
  }

  Optional<URI> url() {
    return Optional.ofNullable(url);
  }

  /**
   * Asks about a number, and returns the order that the answer makes of it.
   *
   * @param channel by which the merchant is asked; the first without
   * @param method by which the customer pays; the first without
   * @throws ControlException where nobody can be asked, or where the customer can't pay by the
   *     answer; says why
   */
  Order ask(String clientId, String number, Optional<String> channel, Optional<String> method)
      throws ControlException {
    InquiryForm form = form(channel, method);
    URI target = url;
    if (target == null) {
      throw new ControlException(
          409,
          "expected the number of an order, or an inquiry URL to ask about it (PUT"
              + " /_sandbox/inquiry-url), got "
              + Visible.quoted(number));
    }
    Instant now = clock.now();
    Merchant merchant =
        new Merchant(
            clientId,
            merchants.key(clientId, form.scheme(), SignedPart.NOTIFICATION),
            Target.of(target));
    String requestId = RequestIds.next(form.scheme());
    Request question =
        form.question(merchant, number, now, requestId, token(form, clientId, target));
    Response response;
    try {
      response = client.send(Peer.of(target), question, MOST_BYTES);
    } catch (IOException e) {
      evidence.record(check(form, target, question, null, now), UNREACHABLE);
      throw new ControlException(
          502,
          "expected an answer to the inquiry, got none: "
              + Visible.line(String.valueOf(e.getMessage())));
    }
    CheckResult checked = check(form, target, question, response, now);
    InquiryAnswer answer = new InquiryAnswer(form.operation(), checked, number);
    Optional<Verdict> no =
        answer.verdicts(OptionalLong.empty()).stream()
            .filter(verdict -> !verdict.passed())
            .findFirst();
    if (no.isPresent()) {
      evidence.record(checked, outcome(no.get()));
      throw unpayable(no.get().requirement().expected(), no.get().got());
    }
    Optional<BigDecimal> amount = answer.amount().filter(one -> one.signum() >= 0);
    if (answer.invoiceNumber().isEmpty()
        || amount.filter(one -> one.compareTo(MOST) <= 0).isEmpty()) {
      evidence.record(checked, FAILED);
      throw unpayable("an invoice number and an amount", "an answer without them");
    }
    Bill bill =
        new Bill(
            form.operation().channel(),
            form.method(),
            answer.invoiceNumber(),
            amount.get().longValue(),
            life(form),
            meaning ->
                form.operation()
                    .pointer(Part.RESPONSE, meaning)
                    .map(place -> place.in(answer.body()).asString(""))
                    .orElse(""));
    Optional<Order> order =
        acquirer.take(bill, clientId, requestId, number, form.order(answer.body()), now);
    evidence.record(checked, order.isPresent() ? "success" : FAILED);
    return order.orElseThrow(
        () ->
            unpayable(
                "an order that is still to be paid",
                "the invoice number of one that was paid, "
                    + Visible.quoted(bill.invoiceNumber())));
  }

  private static ControlException unpayable(String wanted, String got) {
    return new ControlException(
        409, "expected in the answer to the inquiry " + wanted + ", got " + got);
  }

  /** A merchant that says no has done nothing wrong. */
  private static String outcome(Verdict no) {
    return InquiryRequirements.saysNo(no.requirement()) ? Answer.REFUSED : FAILED;
  }

  private Optional<AccessToken> token(InquiryForm form, String clientId, URI target)
      throws ControlException {
    try {
      return tokens.token(form.scheme(), clientId, target);
    } catch (NoTokenException e) {
      throw new ControlException(502, "expected a token to ask with, got " + e.getMessage());
    }
  }

  private InquiryForm form(Optional<String> channel, Optional<String> method)
      throws ControlException {
    List<String> all = InquiryForm.channels(contract);
    List<String> channels = channel.map(List::of).orElse(all);
    if (!all.containsAll(channels)) {
      throw new ControlException(
          400,
          "expected channel to be one of "
              + String.join(", ", all)
              + ", got "
              + Visible.quoted(channel.orElse("")));
    }
    for (String one : channels) {
      if (method.map(InquiryForm.methods(contract, one)::contains).orElse(true)) {
        return InquiryForm.of(contract, one, method);
      }
    }
    throw new ControlException(
        400,
        "expected method to be one of "
            + String.join(
                ", ",
                channels.stream()
                    .flatMap(one -> InquiryForm.methods(contract, one).stream())
                    .toList())
            + ", got "
            + Visible.quoted(method.orElse("")));
  }

  private Duration life(InquiryForm form) {
    return contract
        .operation(form.operation().channel(), Role.ORDER)
        .flatMap(order -> Answers.of(contract).find(order, order.channel()))
        .map(AnswerTemplate::life)
        .orElseThrow();
  }

  private CheckResult check(
      InquiryForm form, URI target, Request question, @Nullable Response response, Instant now) {
    return AskedMerchant.check(
        contract, merchants.keys(), form.operation(), target, question, response, now);
  }

  @Override
  public void close() {
    client.close();
  }
}
