package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.support.json.JsonValue;
import au.com.dius.pact.provider.ProviderResponse;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.pact.contract.InteractionSigning;
import io.github.dokuconformance.sandbox.fault.Spoiling;
import io.github.dokuconformance.sandbox.token.RequestIds;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The request that Pact's verifier is about to send, and how it is signed. */
final class ReplayedRequest {
  private static final Duration OUT_OF_RANGE = Duration.ofHours(2);

  /** A token that nobody gave. */
  private static final AccessToken OTHER = AccessToken.of("FAKE.TOKEN.NOT-A-SECRET");

  private ReplayedRequest() {}

  /** Made when it is first needed, for that takes a while. */
  private static final class Foreign {
    private static final AsymmetricKey PAIR = AsymmetricKey.make();
  }

  /** Returns how the contract wants the interaction's request signed. */
  static InteractionSigning signing(Interaction interaction) {
    return reference(interaction, InteractionSigning.NAME)
        .map(InteractionSigning::of)
        .orElse(InteractionSigning.GENUINE);
  }

  /** Returns the operation that an interaction is of. */
  static Optional<Operation> operation(Interaction interaction) {
    return reference(interaction, InteractionSigning.OPERATION)
        .flatMap(Contract.bundled()::operation);
  }

  private static Optional<String> reference(Interaction interaction, String name) {
    JsonValue references = interaction.getComments().get("references");
    if (references == null || !references.isObject()) {
      return Optional.empty();
    }
    JsonValue group = references.asObject().get(InteractionSigning.GROUP);
    return group.isObject() && group.asObject().get(name).isString()
        ? Optional.of(group.asObject().get(name).asString())
        : Optional.empty();
  }

  /**
   * Signs the request as it will go out, and returns it.
   *
   * @param amount where its body has one, for who must alter it
   */
  static Request sign(
      HttpRequest http,
      Scheme scheme,
      InteractionSigning signing,
      String clientId,
      SigningKey key,
      Optional<AccessToken> token,
      Optional<Pointer> amount,
      Instant now) {
    Body body = body(http);
    Instant then = signing == InteractionSigning.TIMESTAMP_RANGE ? now.minus(OUT_OF_RANGE) : now;
    String timestamp = Timestamps.format(then);
    Headers signed =
        scheme.sign(
            Components.of(
                    SignedPart.REQUEST, http.getMethod(), Target.of(http.getPath()).path(), body)
                .withClientId(
                    signing == InteractionSigning.UNKNOWN_CLIENT_ID
                        ? clientId + "-UNKNOWN"
                        : clientId)
                .withRequestId(RequestIds.next(scheme))
                .withTimestamp(
                    signing == InteractionSigning.TIMESTAMP_FORMAT
                        ? timestamp.replace('T', ' ')
                        : timestamp)
                .withToken(
                    signing == InteractionSigning.OTHER_TOKEN ? token.map(it -> OTHER) : token),
            signing == InteractionSigning.FOREIGN_KEY ? foreign(key) : key);
    for (Header header : signed.list()) {
      http.setHeader(header.name(), header.value());
    }
    signing.without(scheme).ifPresent(http::removeHeaders);
    if (signing == InteractionSigning.BODY_ALTERED
        && http instanceof HttpEntityContainer container) {
      container.setEntity(
          new ByteArrayEntity(
              altered(body, amount.orElseThrow()).toByteArray(), ContentType.APPLICATION_JSON));
    }
    return new Request(http.getMethod(), Target.of(http.getPath()), headers(http), body);
  }

  private static SigningKey foreign(SigningKey key) {
    return key instanceof AsymmetricKey ? Foreign.PAIR : Spoiling.FOREIGN_KEY;
  }

  /** Returns the body with ten times the amount, or more. */
  private static Body altered(Body body, Pointer amount) {
    JsonNode altered = JsonMapper.shared().readTree(body.toByteArray());
    JsonPointer place = JsonPointer.compile(amount.toString());
    String more = "9" + altered.at(place).asString();
    ObjectNode parent = (ObjectNode) altered.at(place.head());
    String name = place.last().getMatchingProperty();
    if (altered.at(place).isString()) {
      parent.put(name, more);
    } else {
      parent.put(name, Long.parseLong(more));
    }
    return Body.of(JsonMapper.shared().writeValueAsBytes(altered));
  }

  private static Body body(HttpRequest http) {
    HttpEntity entity =
        http instanceof HttpEntityContainer container ? container.getEntity() : null;
    if (entity == null) {
      return Body.none();
    }
    try {
      return Body.of(EntityUtils.toByteArray(entity));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Headers headers(HttpRequest http) {
    List<Header> headers = new ArrayList<>();
    for (var header : http.getHeaders()) {
      headers.add(new Header(header.getName(), header.getValue()));
    }
    return new Headers(headers);
  }

  /** Returns what the provider answered, byte for byte. */
  static Response response(ProviderResponse answer) {
    List<Header> headers = new ArrayList<>();
    answer
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    byte[] body = answer.getBody() == null ? null : answer.getBody().getValue();
    return new Response(
        answer.getStatusCode(), new Headers(headers), body == null ? Body.none() : Body.of(body));
  }
}
