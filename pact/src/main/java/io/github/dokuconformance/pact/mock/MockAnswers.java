package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.core.model.IResponse;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.contract.Echoes;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.FaultDraft;
import io.github.dokuconformance.sandbox.http.Outgoing;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes what goes out of what Pact answers. */
final class MockAnswers {
  private static final String UNEXPECTED = "X-Pact-Unexpected-Request";

  private final SigningKey key;
  private final MockTokens tokens;

  MockAnswers(SigningKey key, MockTokens tokens) {
    this.key = key;
    this.tokens = tokens;
  }

  /** Returns an answer of the server itself, which no contract knows. */
  Response error(int status, String message) {
    return Response.json(
        status, JsonTree.write(JsonNodeFactory.instance.objectNode().put("mock", message)));
  }

  /** Returns Pact's answer as it goes out: with the request's values, signed, and with a fault. */
  Outgoing of(
      IResponse pact,
      Request request,
      Optional<Operation> operation,
      Instant now,
      Supplier<Optional<Fault>> fault) {
    if (pact.getHeaders().containsKey(UNEXPECTED)) {
      return Outgoing.whole(
          error(
              500,
              "no interaction of the contract fits "
                  + request.method()
                  + " "
                  + request.target().path()
                  + "; the test's failure says why"));
    }
    Body body = body(pact, request, operation, now);
    Scheme scheme = Schemes.bundled().of(operation.map(Operation::scheme), request.headers());
    Optional<String> signature = scheme.header(HeaderRole.SIGNATURE, Part.RESPONSE);
    if (signature.isEmpty() || !pact.getHeaders().containsKey(signature.get())) {
      return Outgoing.whole(Response.json(pact.getStatus(), body));
    }
    FaultDraft draft = FaultDraft.answering(scheme, request, pact.getStatus(), body, key, now);
    return fault
        .get()
        .map(one -> MockFaults.spoil(one, draft))
        .orElseGet(() -> Outgoing.whole(draft.sign()));
  }

  private Body body(IResponse pact, Request request, Optional<Operation> operation, Instant now) {
    if (!pact.getBody().isPresent()) {
      return Body.none();
    }
    Body body = Body.of(pact.getBody().getValue());
    Optional<JsonNode> response = JsonBody.read(body).root();
    if (response.isEmpty() || !(response.get() instanceof ObjectNode object)) {
      return body;
    }
    JsonBody.read(request.body())
        .root()
        .ifPresent(sent -> operation.ifPresent(known -> Echoes.apply(known, sent, object)));
    if (pact.getStatus() < 300) {
      tokens.give(operation, object, now);
    }
    return Body.of(JsonMapper.shared().writeValueAsBytes(object));
  }
}
