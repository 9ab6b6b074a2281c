package io.github.dokuconformance.sandbox.token;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.http.Peer;
import io.github.dokuconformance.sandbox.http.RawClient;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/**
 * How DOKU asks a merchant for a token, as the contract's files have it.
 *
 * <p>Immutable and thread safe.
 */
public final class TokenForm {
  /** Of an answer that may hold a token, no more is read. */
  public static final int MOST_BYTES = 64 << 10;

  private final Operation operation;
  private final AnswerTemplate template;
  private final Pointer at;

  private TokenForm(Operation operation, AnswerTemplate template, Pointer at) {
    this.operation = operation;
    this.template = template;
    this.at = at;
  }

  /** Returns that of a contract; nothing where DOKU asks for none. */
  public static Optional<TokenForm> of(Contract contract) {
    Answers answers = Answers.of(contract);
    for (Operation operation : answers.operations()) {
      if (operation.is(Role.TOKEN) && operation.isCalledByDoku()) {
        AnswerTemplate template = answers.find(operation, operation.channel()).orElseThrow();
        return Optional.of(
            new TokenForm(
                operation,
                template,
                template
                    .tokenAt()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "expected tokenAt in what is written for " + operation.id()))));
      }
    }
    return Optional.empty();
  }

  /** Tells whether what is sent by a scheme comes with a token. */
  public static boolean isNeededBy(Scheme scheme) {
    return scheme.header(HeaderRole.AUTHORIZATION, Part.REQUEST).isPresent();
  }

  public Operation operation() {
    return operation;
  }

  public Scheme scheme() {
    return Schemes.bundled().of(operation.scheme());
  }

  /** Returns where a merchant gives tokens whose notifications go to that URL. */
  public URI besides(URI notificationUrl) {
    return notificationUrl.resolve(template.path().orElse("/"));
  }

  public Request request(String clientId, SigningKey key, URI url, Instant now) {
    Components components =
        Components.of(
                SignedPart.NOTIFICATION,
                operation.method(),
                Target.of(url).path(),
                JsonTree.write(template.render(name -> Optional.empty())))
            .withClientId(clientId)
            .withTimestamp(Timestamps.format(now));
    Headers headers = scheme().sign(components, key).with("Content-Type", "application/json");
    return new Request(operation.method(), Target.of(url), headers, components.body());
  }

  /** Asks a merchant for a token, as DOKU does; the answer holds one, or not. */
  public Response ask(String clientId, SigningKey key, URI url, Duration patience, Instant now)
      throws IOException {
    try (RawClient client = new RawClient(patience)) {
      return client.send(Peer.of(url), request(clientId, key, url, now), MOST_BYTES);
    }
  }

  /** Puts a token where the answer to such a request has it. */
  public void put(String token, ObjectNode answer) {
    JsonPointer place = JsonPointer.compile(at.toString());
    ((ObjectNode) answer.at(place.head())).put(place.last().getMatchingProperty(), token);
  }

  /** Returns for how long a token lives, as documented. */
  public Duration life() {
    return template.life();
  }

  /** Returns for how long a token lives that came with an answer: as it says, or as documented. */
  public Duration life(Response response) {
    return template
        .lifeAt()
        .flatMap(place -> JsonBody.read(response.body()).root().map(place::in))
        .map(seconds -> seconds.asString(""))
        .filter(seconds -> seconds.matches("[0-9]{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(life());
  }

  /** Returns the token that a merchant gave; nothing where the answer has none. */
  public Optional<AccessToken> token(Response response) {
    return Optional.of(response)
        .filter(Response::isSuccess)
        .flatMap(answer -> JsonBody.read(answer.body()).root())
        .map(answer -> at.in(answer).asString(""))
        .filter(token -> token.matches("[!-~]+"))
        .map(AccessToken::of);
  }
}
