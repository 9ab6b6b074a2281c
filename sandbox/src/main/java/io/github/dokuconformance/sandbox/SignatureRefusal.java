package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.token.IssuedTokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** DOKU's answers to requests whose signature or token is not valid, from the table of refusals. */
public final class SignatureRefusal {
  private SignatureRefusal() {}

  /** Returns the answer, or nothing to a request whose signature is valid. */
  public static Optional<Response> of(CheckResult result, Contract contract, Instant now) {
    return switch (result.requestSignature().status()) {
      case VALID -> Optional.empty();
      case ABSENT -> Optional.of(answer("missing-signature", result, contract, now));
      case UNCHECKED -> Optional.of(answer("client-id", result, contract, now));
      case INVALID -> Optional.of(answer("signature", result, contract, now));
    };
  }

  /** Returns the answer to a request whose token is not taken. */
  @SuppressWarnings("exports") // Tokens are the sandbox's own, and of the mock that is one too.
  public static Response of(
      IssuedTokens.Fault fault, CheckResult result, Contract contract, Instant now) {
    return answer(fault.refusal(), result, contract, now);
  }

  private static Response answer(String id, CheckResult result, Contract contract, Instant now) {
    Refusal refusal = Refusals.of(contract).find(id, result.operation());
    String path = result.exchange().request().target().path();
    return Response.json(
        refusal.status(), refusal.render(path, result.operation(), List.of(), now));
  }
}
