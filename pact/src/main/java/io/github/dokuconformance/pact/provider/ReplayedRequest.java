package io.github.dokuconformance.pact.provider;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.support.json.JsonValue;
import au.com.dius.pact.provider.ProviderResponse;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.pact.contract.Signing;
import io.github.dokuconformance.sandbox.fault.Spoiling;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** The request that Pact's verifier is about to send, and how it is signed. */
final class ReplayedRequest {
  private static final Duration OUT_OF_RANGE = Duration.ofHours(2);

  private ReplayedRequest() {}

  /** Returns how the contract wants the interaction's request signed. */
  static Signing signing(Interaction interaction) {
    return reference(interaction, Signing.NAME).map(Signing::of).orElse(Signing.GENUINE);
  }

  /** Returns the scheme of the operation that an interaction is of. */
  static Scheme scheme(Interaction interaction) {
    Optional<String> scheme =
        reference(interaction, Signing.OPERATION)
            .flatMap(Contract.bundled()::operation)
            .map(Operation::scheme);
    return Schemes.bundled().of(scheme, Headers.none());
  }

  private static Optional<String> reference(Interaction interaction, String name) {
    JsonValue references = interaction.getComments().get("references");
    if (references == null || !references.isObject()) {
      return Optional.empty();
    }
    JsonValue group = references.asObject().get(Signing.GROUP);
    return group.isObject() && group.asObject().get(name).isString()
        ? Optional.of(group.asObject().get(name).asString())
        : Optional.empty();
  }

  /** Signs the request as it will go out, and returns it. */
  static Request sign(
      HttpRequest http,
      Scheme scheme,
      Signing signing,
      String clientId,
      SigningKey key,
      Clock clock,
      Optional<String> ownPath) {
    ownPath.ifPresent(http::setPath);
    Body body = body(http);
    Instant now = clock.instant();
    Instant then = signing == Signing.TIMESTAMP_RANGE ? now.minus(OUT_OF_RANGE) : now;
    String timestamp = Timestamps.format(then);
    Headers signed =
        scheme.sign(
            Components.of(
                    SignedPart.REQUEST, http.getMethod(), Target.of(http.getPath()).path(), body)
                .withClientId(
                    signing == Signing.UNKNOWN_CLIENT_ID ? clientId + "-UNKNOWN" : clientId)
                .withRequestId(UUID.randomUUID().toString())
                .withTimestamp(
                    signing == Signing.TIMESTAMP_FORMAT ? timestamp.replace('T', ' ') : timestamp),
            signing == Signing.FOREIGN_KEY ? Spoiling.FOREIGN_KEY : key);
    for (Header header : signed.list()) {
      http.setHeader(header.name(), header.value());
    }
    signing.without(scheme).ifPresent(http::removeHeaders);
    if (signing == Signing.BODY_ALTERED && http instanceof HttpEntityContainer container) {
      Body altered = Body.ofUtf8(body.toDisplayText().replaceFirst("(?<=\"amount\":) *", " 9"));
      container.setEntity(new ByteArrayEntity(altered.toByteArray(), ContentType.APPLICATION_JSON));
    }
    return new Request(http.getMethod(), Target.of(http.getPath()), headers(http), body);
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
