package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.core.matchers.HeaderMismatch;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.SignatureRefusal;
import io.github.dokuconformance.sandbox.token.IssuedTokens;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** The tokens of a mock server, which takes none but those that it gave. */
final class MockTokens {
  private final Contract contract;
  private final String clientId;
  private final IssuedTokens tokens;

  /**
   * @param key DOKU's own; asked for when it is first needed
   */
  MockTokens(Contract contract, String clientId, Supplier<AsymmetricKey> key) {
    this.contract = contract;
    this.clientId = clientId;
    this.tokens = new IssuedTokens(key);
  }

  /** A request whose token is not taken: what is wrong, and what DOKU answers. */
  record Refused(HeaderMismatch mismatch, Response answer) {}

  Optional<Refused> refused(CheckResult result, Instant now) {
    Request request = result.exchange().request();
    Scheme scheme =
        Schemes.bundled().of(result.operation().map(Operation::scheme), request.headers());
    return tokens
        .fault(scheme, request.headers(), now)
        .map(
            fault ->
                new Refused(
                    new HeaderMismatch(
                        scheme.header(HeaderRole.AUTHORIZATION, Part.REQUEST).orElseThrow(),
                        "",
                        "",
                        fault.text(clientId)),
                    SignatureRefusal.of(fault, result, contract, now)));
  }

  /** Puts a new token into the answer to who asks for one. */
  void give(Optional<Operation> operation, ObjectNode answer, Instant now) {
    operation
        .filter(known -> known.is(Role.TOKEN))
        .flatMap(known -> TokenForm.of(contract))
        .ifPresent(
            form -> form.put(tokens.issue(clientId, Optional.empty(), form.life(), now), answer));
  }
}
