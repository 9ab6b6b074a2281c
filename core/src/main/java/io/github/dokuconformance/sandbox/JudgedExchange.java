package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.util.Optional;

/**
 * One request of a merchant's client, what was found in it, and what it came to.
 *
 * @param result of the check of the request alone: the response is the sandbox's own
 * @param exchange with the response as it was served; without one where none was
 * @param outcome such as {@code pending}, {@code refused} or {@code repeated}
 * @param fault what was wrong on purpose
 */
public record JudgedExchange(
    CheckResult result, Exchange exchange, String outcome, Optional<Fault> fault) {

  /** Returns the id of the operation, or {@code unknown}. */
  public String operation() {
    return result
        .operation()
        .filter(operation -> !operation.isCalledByDoku())
        .map(operation -> operation.id())
        .orElse(Evidence.UNKNOWN);
  }
}
