package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.util.Optional;

/**
 * One request of a merchant's client, what was found in it, and what it came to; or a question of
 * the sandbox's, with what was found in the merchant's answer.
 *
 * @param result of the check of what the merchant wrote
 * @param exchange with the response as it was served; without one where none was
 * @param outcome such as {@code pending}, {@code refused} or {@code repeated}
 * @param fault what was wrong on purpose
 */
public record JudgedExchange(
    CheckResult result, Exchange exchange, String outcome, Optional<Fault> fault) {

  /**
   * Returns the id of the operation, or {@code unknown}: none that DOKU calls, unless the sandbox
   * itself sent it.
   */
  public String operation() {
    return exchange
        .operation()
        .or(
            () ->
                result
                    .operation()
                    .filter(operation -> !operation.isCalledByDoku())
                    .map(operation -> operation.id()))
        .orElse(SandboxEvidence.UNKNOWN);
  }
}
