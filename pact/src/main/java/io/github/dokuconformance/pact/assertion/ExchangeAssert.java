package io.github.dokuconformance.pact.assertion;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SecretMask;
import io.github.dokuconformance.signature.SigningKey;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions about an exchange with DOKU: its contract, its signatures. */
public final class ExchangeAssert extends AbstractAssert<ExchangeAssert, Exchange> {
  ExchangeAssert(Exchange actual) {
    super(actual, ExchangeAssert.class);
  }

  /**
   * Fails unless the exchange is that operation and breaks none of its requirements; signatures are
   * judged by their form alone.
   *
   * @param operation such as {@code akulaku.generate-order}
   * @throws IllegalArgumentException where the contract has no such operation
   */
  public ExchangeAssert conformsTo(String operation) {
    isNotNull();
    List<String> known = Contract.bundled().operations().stream().map(Operation::id).toList();
    if (!known.contains(operation)) {
      throw new IllegalArgumentException(
          "expected an operation (" + String.join(", ", known) + "), got: " + operation);
    }
    CheckResult result = Check.check(actual.withOperation(operation), CheckContext.nothing());
    List<Finding> wrong =
        result.findings().stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
    if (!wrong.isEmpty()) {
      failWithMessage(
          "%s",
          "expected an exchange that conforms to "
              + operation
              + ", got\n"
              + wrong.stream()
                  .map(finding -> "- " + FindingText.of(finding, result, SecretMask.NONE))
                  .collect(Collectors.joining("\n")));
    }
    return this;
  }

  /** Fails unless the request carries the signature that this secret gives. */
  public ExchangeAssert hasValidSignature(String secret) {
    return hasValidSignature(MerchantSecret.of(secret));
  }

  /** Fails unless the request carries the signature that this secret gives. */
  public ExchangeAssert hasValidSignature(MerchantSecret secret) {
    return hasValidSignature(Part.REQUEST, secret);
  }

  /** Fails unless the response carries the signature that this secret gives. */
  public ExchangeAssert hasValidResponseSignature(String secret) {
    return hasValidResponseSignature(MerchantSecret.of(secret));
  }

  /** Fails unless the response carries the signature that this secret gives. */
  public ExchangeAssert hasValidResponseSignature(MerchantSecret secret) {
    return hasValidSignature(Part.RESPONSE, secret);
  }

  private ExchangeAssert hasValidSignature(Part part, MerchantSecret secret) {
    isNotNull();
    CheckContext context = CheckContext.nothing().withKeys(KeyRing.of(SigningKey.of(secret)));
    CheckResult result = ExchangeJudge.judge(actual, context);
    SignatureStatus status = result.signature(part).status();
    if (status != SignatureStatus.VALID) {
      SecretMask mask = SecretMask.of(List.of(secret));
      String about =
          result.findings().stream()
              .filter(finding -> finding.part() == part)
              .filter(
                  finding ->
                      finding.code().startsWith("signature.")
                          || finding.code().startsWith("header."))
              .map(finding -> "\n- " + FindingText.of(finding, result, mask))
              .collect(Collectors.joining());
      failWithMessage(
          "%s", "expected a " + part.id() + " with a valid signature, got " + status.id() + about);
    }
    return this;
  }
}
