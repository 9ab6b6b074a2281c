package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges what the sandbox asked of a merchant, and what came of it. */
final class AskedMerchant {
  private AskedMerchant() {}

  /**
   * Returns what is to be said of a question and its answer.
   *
   * @param keys by which both are verified
   * @param response none where nobody answered
   */
  static CheckResult check(
      Contract contract,
      KeyRing keys,
      Operation operation,
      URI url,
      Request request,
      @Nullable Response response,
      Instant now) {
    Exchange exchange =
        new Exchange(
            request.method() + " " + url,
            Optional.of(operation.id()),
            request,
            Optional.ofNullable(response),
            Optional.of(now));
    return Check.check(
        exchange, CheckContext.nothing().withContract(contract).withKeys(keys).withNow(now));
  }
}
