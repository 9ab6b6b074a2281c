package io.github.dokuconformance.check;

import static io.github.dokuconformance.signature.SignedPart.REQUEST;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Catalogue;
import io.github.dokuconformance.diagnosis.Cut;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.NamedSecret;
import io.github.dokuconformance.diagnosis.RunBudget;
import io.github.dokuconformance.diagnosis.SearchStatistics;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    CheckResult explained = result;
    for (Part part : Part.values()) {
      if (result.signature(part).status() == SignatureStatus.INVALID) {
        Optional<DiagnosisInput> input = input(result, context, part);
        Optional<Budget> budget = input.flatMap(known -> run.next());
        if (budget.isPresent()) {
          Diagnosis diagnosis = Diagnoser.diagnose(input.get(), budget.get());
          run.spend(diagnosis);
          explained = with(explained, part, diagnosis);
        }
      }
    }
    return explained;
  }

  /** Returns what a diagnosis needs; empty where no secret is known or a component is missing. */
  public static Optional<DiagnosisInput> input(
      CheckResult result, CheckContext context, Part part) {
    Request request = result.exchange().request();
    String clientId =
        NonSnap.SCHEME.value(HeaderRole.CLIENT_ID, Part.REQUEST, request.headers()).orElse("");
    Optional<SymmetricKey> key =
        context.keys().find(clientId).flatMap(keys -> NonSnap.SCHEME.signer(keys, REQUEST));
    if (key.isEmpty() || (part == Part.RESPONSE && result.exchange().response().isEmpty())) {
      return Optional.empty();
    }
    boolean notification =
        result.operation().isPresent() && result.operation().get().isCalledByDoku();
    DiagnosisInput input;
    if (part == Part.RESPONSE) {
      input =
          DiagnosisInput.response(request, result.exchange().response().get(), key.get().secret());
    } else if (notification) {
      input = DiagnosisInput.notification(request, key.get().secret());
    } else {
      input = DiagnosisInput.request(request, key.get().secret());
    }
    return Optional.of(
        input
            .withOtherSecrets(otherSecrets(context, clientId))
            .withOtherTargets(otherTargets(context, request))
            .withOwnUrls(context.notificationPath().stream().toList()));
  }

  private static List<NamedSecret> otherSecrets(CheckContext context, String clientId) {
    return context.keys().byClientId().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(clientId))
        .flatMap(
            entry ->
                entry.getValue().secrets().stream()
                    .map(key -> new NamedSecret(entry.getKey(), key.secret())))
        .toList();
  }

  private static List<String> otherTargets(CheckContext context, Request request) {
    return context.contract().operations().stream()
        .map(Operation::path)
        .filter(path -> !path.isEmpty() && path.indexOf('{') < 0)
        .filter(path -> !path.equals(request.target().path()))
        .toList();
  }

  private static CheckResult with(CheckResult result, Part part, Diagnosis diagnosis) {
    List<Finding> findings =
        result.findings().stream()
            .map(
                finding ->
                    finding.part() == part && SignatureCheck.isAboutValue(finding)
                        ? explained(finding, diagnosis)
                        : finding)
            .toList();
    return result.withSignature(part, result.signature(part).with(diagnosis), findings);
  }

  private static Finding explained(Finding finding, Diagnosis diagnosis) {
    return diagnosis.fold(
        valid -> finding,
        explained ->
            finding.with(
                DIAGNOSIS,
                explained.codes().stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(" and ")),
                explained.mistakes().stream()
                    .map(Catalogue.bundled()::sentence)
                    .collect(Collectors.joining(" "))),
        unexplained ->
            finding.with(
                DIAGNOSIS,
                "unexplained",
                searched(unexplained.statistics())
                    + " gives this signature; most often it is another secret. The command explain"
                    + " shows the string to sign."));
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
