package io.github.dokuconformance.signature.nonsnap;

import static io.github.dokuconformance.signature.HeaderRole.CLIENT_ID;
import static io.github.dokuconformance.signature.HeaderRole.REQUEST_ID;
import static io.github.dokuconformance.signature.HeaderRole.SIGNATURE;
import static io.github.dokuconformance.signature.HeaderRole.TIMESTAMP;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.Attempt;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.Signature;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.StringToSign;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.signature.Verifier;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * DOKU's Non-SNAP signature: HMAC-SHA256 over lines of names and values.
 *
 * <p>Source: developers.doku.com, "Signature Component from Request Header" and "… Response Header"
 * (documented): names, order and {@code Name:value} form. That the Digest line stands if and only
 * if there is a body is derived: the pages say "only for POST", while DOKU's own Postman collection
 * signs a PATCH body with its digest.
 */
public final class NonSnap implements Scheme {
  public static final NonSnap SCHEME = new NonSnap();

  public static final Reading QUERY_INCLUDED =
      new Reading("the query string is part of Request-Target");
  public static final Reading IDS_OF_REQUEST =
      new Reading("a response is signed with the ids of its request, not with its own");
  public static final Reading NO_DIGEST =
      new Reading("the response to a GET is signed without Digest");
  public static final Reading IDS_OF_REQUEST_NO_DIGEST =
      new Reading("the response to a GET is signed with the ids of its request and without Digest");

  private static final String REQUEST_TARGET = "Request-Target";
  private static final String DIGEST = "Digest";
  private static final List<HeaderRole> HEADERS =
      List.of(CLIENT_ID, REQUEST_ID, TIMESTAMP, SIGNATURE);

  // Found often: no Optional is made for each.
  private static final Optional<String> CLIENT_ID_HEADER = Optional.of("Client-Id");
  private static final Optional<String> REQUEST_ID_HEADER = Optional.of("Request-Id");
  private static final Optional<String> REQUEST_TIMESTAMP = Optional.of("Request-Timestamp");
  private static final Optional<String> RESPONSE_TIMESTAMP = Optional.of("Response-Timestamp");
  private static final Optional<String> SIGNATURE_HEADER = Optional.of("Signature");

  private NonSnap() {}

  @Override
  public String id() {
    return "non-snap";
  }

  @Override
  public Optional<String> header(HeaderRole role, Part part) {
    return switch (role) {
      case CLIENT_ID -> CLIENT_ID_HEADER;
      case REQUEST_ID -> REQUEST_ID_HEADER;
      case TIMESTAMP -> part == Part.REQUEST ? REQUEST_TIMESTAMP : RESPONSE_TIMESTAMP;
      case SIGNATURE -> SIGNATURE_HEADER;
      case AUTHORIZATION -> Optional.empty();
    };
  }

  @Override
  public List<HeaderRole> headers(Part part) {
    return HEADERS;
  }

  /** Returns the name of the line that holds the path. */
  public String targetName() {
    return REQUEST_TARGET;
  }

  /** Returns the name of the line that holds the digest of the body. */
  public String digestName() {
    return DIGEST;
  }

  /** Returns what stands before the MAC in a Signature header. */
  public String prefix() {
    return SignatureSyntax.PREFIX;
  }

  @Override
  public String signatureForm() {
    return SignatureSyntax.PREFIX + " and the base64 of 32 bytes";
  }

  @Override
  public Optional<String> malformation(String signature) {
    return SignatureSyntax.malformation(signature);
  }

  @Override
  public Optional<SymmetricKey> signer(MerchantKeys keys, SignedPart part) {
    List<SymmetricKey> secrets = keys.secrets();
    return secrets.isEmpty() ? Optional.empty() : Optional.of(secrets.get(0));
  }

  /** Returns base64 of the SHA-256 of the body's exact bytes: 44 characters. */
  public static String digest(Body body, HmacEngine engine) {
    return Base64.getEncoder().encodeToString(engine.digest(Hash.SHA256, body));
  }

  @Override
  public Stages stages(Components components, SigningKey key) {
    if (!(key instanceof SymmetricKey secret)) {
      throw new IllegalArgumentException("expected a secret for the scheme " + id());
    }
    Part part = components.part().part();
    Body body = components.body();
    Optional<String> digest =
        body.isEmpty()
            ? Optional.empty()
            : Optional.of(Base64.getEncoder().encodeToString(secret.digest(Hash.SHA256, body)));
    List<Component> lines = new ArrayList<>(5);
    lines.add(new Component(header(CLIENT_ID, part).orElseThrow(), components.clientId()));
    lines.add(new Component(header(REQUEST_ID, part).orElseThrow(), components.requestId()));
    lines.add(new Component(header(TIMESTAMP, part).orElseThrow(), components.timestamp()));
    lines.add(new Component(REQUEST_TARGET, components.target()));
    digest.ifPresent(value -> lines.add(new Component(DIGEST, value)));
    StringToSign text = StringToSign.ofLines(lines);
    Signature signature = SignatureSyntax.of(secret.hmac(Hash.SHA256, text.toUtf8()));
    return new Stages(digest, text, Optional.of(signature));
  }

  @Override
  public Verification verify(SignedMessage message, MerchantKeys keys) {
    return Verifier.verify(this, message, attempts(message), keys.secrets());
  }

  private List<Attempt> attempts(SignedMessage message) {
    Optional<Components> own = components(message, message.headers(), message.part().part());
    List<Attempt> attempts = new ArrayList<>(4);
    attempts.add(new Attempt(Reading.DOCUMENTED, own));
    switch (message.part()) {
      case NOTIFICATION ->
          message
              .request()
              .target()
              .query()
              .ifPresent(
                  query ->
                      attempts.add(
                          new Attempt(
                              QUERY_INCLUDED,
                              own.map(it -> it.withTarget(it.target() + "?" + query)))));
      case RESPONSE -> addReadingsOfResponse(message, own, attempts);
      case REQUEST, ANSWER -> {}
    }
    return attempts;
  }

  private void addReadingsOfResponse(
      SignedMessage message, Optional<Components> own, List<Attempt> attempts) {
    Headers request = message.request().headers();
    boolean sameIds = hasSameIds(message.headers(), request);
    Optional<Components> ofRequest = sameIds ? own : components(message, request, Part.REQUEST);
    if (!sameIds) {
      attempts.add(new Attempt(IDS_OF_REQUEST, ofRequest));
    }
    if (message.request().method().equals("GET") && !message.message().body().isEmpty()) {
      attempts.add(new Attempt(NO_DIGEST, own.map(it -> it.withBody(Body.none()))));
      if (!sameIds) {
        attempts.add(
            new Attempt(IDS_OF_REQUEST_NO_DIGEST, ofRequest.map(it -> it.withBody(Body.none()))));
      }
    }
  }

  private boolean hasSameIds(Headers response, Headers request) {
    return value(CLIENT_ID, Part.RESPONSE, response).equals(value(CLIENT_ID, Part.REQUEST, request))
        && value(REQUEST_ID, Part.RESPONSE, response)
            .equals(value(REQUEST_ID, Part.REQUEST, request));
  }

  /** Takes the ids from those headers, and all else from the message. */
  private Optional<Components> components(SignedMessage message, Headers ids, Part idsOf) {
    Optional<String> clientId = value(CLIENT_ID, idsOf, ids);
    Optional<String> requestId = value(REQUEST_ID, idsOf, ids);
    Optional<String> timestamp = value(TIMESTAMP, message.part().part(), message.headers());
    if (clientId.isEmpty() || requestId.isEmpty() || timestamp.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Components(
            message.part(),
            clientId.get(),
            requestId.get(),
            timestamp.get(),
            message.request().method(),
            message.request().target().path(),
            Optional.empty(),
            message.message().body()));
  }
}
