package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Cut;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.RunBudget;
import io.github.dokuconformance.diagnosis.SchemeDiagnosis;
import io.github.dokuconformance.diagnosis.SearchStatistics;
import io.github.dokuconformance.diagnosis.text.MistakeCatalogue;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks why a signature is invalid, and lets the findings say it.
 *
 * <p>Apart from the check because it may take a second, where the check takes microseconds.
 */
public final class Explanation {
  /** The fact of a finding that names the mistakes, or says {@code unexplained}. */
  public static final String DIAGNOSIS = "diagnosis";

  private Explanation() {}

  /** Returns the result with a diagnosis of each signature that is invalid. */
  public static CheckResult explain(CheckResult result, CheckContext context, Budget budget) {
    return explain(result, context, RunBudget.of(budget, Part.values().length * 2));
  }

  /** As {@link #explain(CheckResult, CheckContext, Budget)}, as far as a whole run may go. */
  public static CheckResult explain(CheckResult result, CheckContext context, RunBudget run) {
    return explain(result, context, run, Recalled.nothing(), 1);
  }

  /**
   * As {@link #explain(CheckResult, CheckContext, RunBudget)}; what explained a signature before is
   * tried first, and takes nothing of the budget.
   *
   * @param recalled what is remembered of this result
   * @param shares a search gets one part in so many of what the run has for it; 0 for no search
   */
  public static CheckResult explain(
      CheckResult result, CheckContext context, RunBudget run, Recalled recalled, int shares) {
    CheckResult explained = result;
    for (Part part : Part.values()) {
      Optional<DiagnosisInput> input = inputIfInvalid(result, context, part);
      if (input.isEmpty()) {
        continue;
      }
      Optional<Diagnosis> diagnosis = recalled.of(part, input.get());
      if (diagnosis.isEmpty()) {
        int length = input.get().message().body().length();
        Optional<Budget> budget =
            shares == 0
                ? Optional.empty()
                : run.next(length).map(it -> it.withWork(it.work() / shares));
        diagnosis = budget.map(it -> Diagnoser.diagnose(input.get(), it, recalled.lessons()));
        diagnosis.ifPresent(run::spend);
      }
      if (diagnosis.isPresent()) {
        explained = with(explained, part, diagnosis.get(), () -> otherCause(result, context, part));
      }
    }
    return explained;
  }

  /** Returns what the message shows that accounts for a wrong signature, secrets apart. */
  public static Optional<String> otherCause(CheckResult result, CheckContext context, Part part) {
    Exchange exchange = result.exchange();
    Optional<Response> response = exchange.response();
    Message message =
        part == Part.REQUEST || response.isEmpty() ? exchange.request() : response.get();
    Scheme scheme = scheme(result, context);
    String signature =
        scheme.value(HeaderRole.SIGNATURE, part, message.headers()).orElse("").strip();
    return OtherCause.of(message, exchange.request(), signature, context.contract());
  }

  /** Returns the id of the merchant whose key signs; empty where the message has none. */
  public static String clientId(CheckResult result, CheckContext context) {
    return scheme(result, context)
        .value(HeaderRole.CLIENT_ID, Part.REQUEST, result.exchange().request().headers())
        .orElse("");
  }

  private static Scheme scheme(CheckResult result, CheckContext context) {
    return context
        .schemes()
        .of(result.operation().map(Operation::scheme), result.exchange().request().headers());
  }

  /** As {@link #input}; empty where the signature is not invalid, too. */
  static Optional<DiagnosisInput> inputIfInvalid(
      CheckResult result, CheckContext context, Part part) {
    return result.signature(part).status() == SignatureStatus.INVALID
        ? input(result, context, part)
        : Optional.empty();
  }

  /** Returns what a diagnosis needs; empty where no secret is known or a component is missing. */
  public static Optional<DiagnosisInput> input(
      CheckResult result, CheckContext context, Part part) {
    Exchange exchange = result.exchange();
    Request request = exchange.request();
    Scheme scheme = scheme(result, context);
    boolean calledByDoku =
        result.operation().isPresent() && result.operation().get().isCalledByDoku();
    SignedPart signed = SignedPart.of(part, (part == Part.REQUEST) == calledByDoku);
    String clientId = clientId(result, context);
    Optional<SchemeDiagnosis> diagnosis = context.schemes().find(scheme.id());
    Optional<MerchantKeys> keys =
        context.keys().find(clientId).filter(known -> scheme.signer(known, signed).isPresent());
    if (diagnosis.isEmpty()
        || keys.isEmpty()
        || (part == Part.RESPONSE && exchange.response().isEmpty())) {
      return Optional.empty();
    }
    SignedMessage message = new SignedMessage(signed, request, exchange.response());
    return Optional.of(
        DiagnosisInput.of(diagnosis.get(), message, keys.get())
            .withOthers(others(context, clientId))
            .withOtherTargets(otherTargets(context, request))
            .withOwnUrls(context.notificationPath().stream().toList()));
  }

  private static Map<String, MerchantKeys> others(CheckContext context, String clientId) {
    Map<String, MerchantKeys> others = new LinkedHashMap<>(context.keys().byClientId());
    others.remove(clientId);
    return others;
  }

  private static List<String> otherTargets(CheckContext context, Request request) {
    return context.contract().operations().stream()
        .map(Operation::path)
        .filter(path -> !path.isEmpty() && path.indexOf('{') < 0)
        .filter(path -> !path.equals(request.target().path()))
        .toList();
  }

  private static CheckResult with(
      CheckResult result, Part part, Diagnosis diagnosis, Supplier<Optional<String>> otherCause) {
    List<Finding> findings =
        result.findings().stream()
            .map(
                finding ->
                    finding.part() == part && SignatureCheck.isAboutValue(finding)
                        ? explained(finding, diagnosis, otherCause)
                        : finding)
            .toList();
    return result.withSignature(part, result.signature(part).with(diagnosis), findings);
  }

  private static Finding explained(
      Finding finding, Diagnosis diagnosis, Supplier<Optional<String>> otherCause) {
    return diagnosis.fold(
        valid -> finding,
        explained ->
            finding.with(
                DIAGNOSIS,
                explained.names(),
                Stream.concat(
                        explained.mistakes().stream().map(MistakeCatalogue::sentence),
                        explained.reformatted().stream())
                    .collect(Collectors.joining(" "))),
        unexplained ->
            finding.with(DIAGNOSIS, "unexplained", unexplained(unexplained, otherCause)));
  }

  private static String unexplained(
      Unexplained unexplained, Supplier<Optional<String>> otherCause) {
    if (unexplained.isByAnotherKey()) {
      return unexplained.proven().orElseThrow().text();
    }
    return searched(unexplained.statistics())
        + " gives this signature"
        + unexplained
            .proven()
            .map(step -> ". " + step.text())
            .orElseGet(
                () ->
                    "; "
                        + otherCause
                            .get()
                            .map(cause -> "the message shows a cause: " + cause)
                            .orElse("most often it is another " + unexplained.keyName())
                        + ".")
        + " The command explain shows the string to sign.";
  }

  /** Says what was tried: nothing is ruled out that was not. */
  private static String searched(SearchStatistics statistics) {
    if (statistics.cut() == Cut.NONE) {
      return "No known mistake";
    }
    String tried =
        statistics.bodyFormsSkipped() > 0
            ? "of the mistakes tried none"
            : statistics.complete() == 0
                ? "of the first single mistakes none"
                : statistics.complete() == 1
                    ? "no known single mistake"
                    : "no known mistake or pair of mistakes";
    return "The search ended at its limit of " + statistics.cut().id() + ": " + tried;
  }
}
