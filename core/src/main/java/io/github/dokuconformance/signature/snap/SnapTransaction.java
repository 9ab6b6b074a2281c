package io.github.dokuconformance.signature.snap;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Attempt;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HeaderRole;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * How a transaction is signed, in either direction: {@code
 * METHOD:path:token:hex(sha256(minify(body))):timestamp} by HMAC-SHA512, or the same without the
 * token by RSA.
 *
 * <p>Source: developers.doku.com, "Symmetric Signature" and "Asymmetric Signature" (documented).
 * That the digest of no body is that of no bytes: "Check Status API", SNAP (documented).
 */
final class SnapTransaction implements Scheme {
  private static final Source SYMMETRIC_SOURCE =
      Source.documented("developers.doku.com, Signature component of SNAP, symmetric signature");
  private static final Source ASYMMETRIC_SOURCE =
      Source.documented("developers.doku.com, Signature component of SNAP, asymmetric signature");
  private static final List<HeaderRole> HEADERS =
      List.of(
          HeaderRole.AUTHORIZATION,
          HeaderRole.CLIENT_ID,
          HeaderRole.REQUEST_ID,
          HeaderRole.TIMESTAMP,
          HeaderRole.SIGNATURE);
  private static final int MAC_BYTES = 64;

  private final boolean symmetric;

  SnapTransaction(boolean symmetric) {
    this.symmetric = symmetric;
  }

  @Override
  public String id() {
    return symmetric ? "snap.symmetric" : "snap.asymmetric";
  }

  @Override
  public Optional<String> insteadOf() {
    return symmetric ? Optional.empty() : Optional.of(Snap.SYMMETRIC.id());
  }

  @Override
  public Optional<String> header(HeaderRole role, Part part) {
    // Nobody says that answers are signed, and no example of a signed one is known.
    if (part == Part.RESPONSE) {
      return Optional.empty();
    }
    return Optional.of(
        switch (role) {
          case CLIENT_ID -> SnapHeader.PARTNER_ID;
          case REQUEST_ID -> SnapHeader.EXTERNAL_ID;
          case TIMESTAMP -> SnapHeader.TIMESTAMP;
          case AUTHORIZATION -> SnapHeader.AUTHORIZATION;
          case SIGNATURE -> SnapHeader.SIGNATURE;
        });
  }

  @Override
  public List<HeaderRole> headers(Part part) {
    return part == Part.REQUEST ? HEADERS : List.of();
  }

  /** A signature as long as one of RSA tells the two apart; there is no other sign. */
  @Override
  public boolean recognises(Headers request) {
    return SnapHeader.isTransaction(request) && symmetric != isOfRsa(request);
  }

  private static boolean isOfRsa(Headers request) {
    return request
        .first(SnapHeader.SIGNATURE)
        // Decoding grows nothing: what is shorter as text is shorter still as bytes.
        .filter(text -> text.length() > SignatureText.FEWEST_OF_RSA)
        .flatMap(SignatureText::bytes)
        .filter(bytes -> bytes.length >= SignatureText.FEWEST_OF_RSA)
        .isPresent();
  }

  @Override
  public Optional<Source> source() {
    return Optional.of(symmetric ? SYMMETRIC_SOURCE : ASYMMETRIC_SOURCE);
  }

  @Override
  public String signatureForm() {
    return symmetric ? "the base64 of the 64 bytes of an HMAC-SHA512" : Rsa.FORM;
  }

  @Override
  public Optional<String> malformation(String signature) {
    return symmetric
        ? SignatureText.malformation(signature, MAC_BYTES, MAC_BYTES)
        : Rsa.malformation(signature);
  }

  @Override
  public Optional<? extends SigningKey> signer(MerchantKeys keys, SignedPart part) {
    return keys(keys, part).stream().findFirst();
  }

  private List<? extends SigningKey> keys(MerchantKeys keys, SignedPart part) {
    return symmetric ? keys.secrets() : keys.pairs(part);
  }

  @Override
  public Stages stages(Components components, SigningKey key) {
    Body minified = Minification.withoutSpace(components.body());
    List<Component> values = new ArrayList<>(5);
    values.add(new Component("method", components.method()));
    values.add(new Component("path", components.target()));
    if (symmetric) {
      String token = components.token().map(AccessToken::expose).orElse("");
      values.add(new Component("access token", token));
    }
    String digest = digest(minified, key);
    values.add(new Component("body hash", digest));
    values.add(new Component("timestamp", components.timestamp()));
    StringToSign text = StringToSign.ofValues(values, ':');
    return new Stages(Optional.of(digest), text, signature(key, text));
  }

  private String digest(Body minified, SigningKey key) {
    return HexFormat.of()
        .formatHex(
            key instanceof SymmetricKey secret
                ? secret.digest(Hash.SHA256, minified)
                : Hash.SHA256.of(minified.toByteArray()));
  }

  private Optional<Signature> signature(SigningKey key, StringToSign text) {
    if (!symmetric) {
      return Rsa.signature(key, text, id());
    }
    if (!(key instanceof SymmetricKey secret)) {
      throw new IllegalArgumentException("expected a secret for the scheme " + id());
    }
    return Optional.of(Signature.of(SignatureText.of(secret.hmac(Hash.SHA512, text.toUtf8()))));
  }

  /** Source: DOKU client libraries, the PHP library's DirectDebitServices (documented). */
  @Override
  public Optional<Signature> signatureOfNothing(SigningKey key) {
    if (!symmetric) {
      return Optional.empty();
    }
    String digest = digest(Body.ofUtf8("null"), key);
    return signature(
        key,
        StringToSign.ofValues(
            List.of(
                new Component("method", "POST"),
                new Component("path", "/v1.0/debit/notify"),
                new Component("access token", ""),
                new Component("body hash", digest),
                new Component("timestamp", "")),
            ':'));
  }

  @Override
  public boolean accepts(String signature, Stages stages, SigningKey key) {
    return symmetric
        ? Scheme.super.accepts(signature, stages, key)
        : Rsa.accepts(signature, stages, key);
  }

  @Override
  public Verification verify(SignedMessage message, MerchantKeys keys) {
    List<? extends SigningKey> able =
        symmetric
            ? keys.secrets()
            : keys.pairs(message.part()).stream().map(AsymmetricKey::publicHalf).toList();
    return Verifier.verify(this, message, attempts(message), able);
  }

  private List<Attempt> attempts(SignedMessage message) {
    Optional<Components> own = components(message);
    Reading always = symmetric ? Reading.DOCUMENTED : Snap.BY_RSA;
    Optional<Body> rewritten = Minification.rewritten(message.message().body());
    List<Attempt> attempts = new ArrayList<>(4);
    attempts.add(new Attempt(rewritten.isPresent() ? always.and(Snap.SPACE_ALONE) : always, own));
    rewritten.ifPresent(
        body ->
            attempts.add(
                new Attempt(always.and(Snap.WRITTEN_ANEW), own.map(it -> it.withBody(body)))));
    Optional<String> query = message.request().target().query();
    if (query.isPresent()) {
      for (Attempt attempt : List.copyOf(attempts)) {
        attempts.add(
            new Attempt(
                attempt.reading().and(Snap.QUERY_INCLUDED),
                attempt.components().map(it -> it.withTarget(it.target() + "?" + query.get()))));
      }
    }
    return attempts;
  }

  private Optional<Components> components(SignedMessage message) {
    Headers headers = message.request().headers();
    Optional<String> timestamp = value(HeaderRole.TIMESTAMP, Part.REQUEST, headers);
    Optional<String> authorization = value(HeaderRole.AUTHORIZATION, Part.REQUEST, headers);
    // A place signed empty would stand for any token: what is signed must have come.
    if (timestamp.isEmpty() || (symmetric && authorization.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        Components.of(
                message.part(),
                message.request().method(),
                message.request().target().path(),
                message.message().body())
            .withTimestamp(timestamp.get())
            .withToken(AccessToken.ofHeader(authorization.orElse(""))));
  }
}
