package io.github.dokuconformance.signature.snap;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Attempt;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.StringToSign;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.signature.Verifier;
import java.util.List;
import java.util.Optional;

/**
 * How a token is asked for: RSASSA-PKCS1-v1_5 with SHA-256 over {@code client key|timestamp}.
 *
 * <p>Source: developers.doku.com, "Asymmetric Signature" (documented).
 */
final class SnapToken implements Scheme {
  private static final Source SOURCE =
      Source.documented("developers.doku.com, Signature component of SNAP, asymmetric signature");
  private static final List<HeaderRole> HEADERS =
      List.of(HeaderRole.CLIENT_ID, HeaderRole.TIMESTAMP, HeaderRole.SIGNATURE);

  @Override
  public String id() {
    return "snap.token";
  }

  @Override
  public Optional<String> header(HeaderRole role, Part part) {
    if (part == Part.RESPONSE) {
      return Optional.empty();
    }
    return switch (role) {
      case CLIENT_ID -> Optional.of(SnapHeader.CLIENT_KEY);
      case TIMESTAMP -> Optional.of(SnapHeader.TIMESTAMP);
      case SIGNATURE -> Optional.of(SnapHeader.SIGNATURE);
      case REQUEST_ID, AUTHORIZATION -> Optional.empty();
    };
  }

  @Override
  public List<HeaderRole> headers(Part part) {
    return part == Part.REQUEST ? HEADERS : List.of();
  }

  @Override
  public boolean recognises(Headers request) {
    return SnapHeader.asksForToken(request);
  }

  @Override
  public Optional<Source> source() {
    return Optional.of(SOURCE);
  }

  @Override
  public String signatureForm() {
    return Rsa.FORM;
  }

  @Override
  public Optional<String> malformation(String signature) {
    return Rsa.malformation(signature);
  }

  @Override
  public Optional<AsymmetricKey> signer(MerchantKeys keys, SignedPart part) {
    return keys.pairs(part).stream().findFirst();
  }

  @Override
  public Stages stages(Components components, SigningKey key) {
    String clientKey = components.clientId();
    String timestamp = components.timestamp();
    StringToSign text =
        new StringToSign(
            List.of(new Component("client key", clientKey), new Component("timestamp", timestamp)),
            clientKey + "|" + timestamp);
    return new Stages(Optional.empty(), text, Rsa.signature(key, text, id()));
  }

  @Override
  public boolean accepts(String signature, Stages stages, SigningKey key) {
    return Rsa.accepts(signature, stages, key);
  }

  @Override
  public Verification verify(SignedMessage message, MerchantKeys keys) {
    Headers headers = message.headers();
    Optional<String> clientKey = value(HeaderRole.CLIENT_ID, Part.REQUEST, headers);
    Optional<String> timestamp = value(HeaderRole.TIMESTAMP, Part.REQUEST, headers);
    Optional<Components> components =
        clientKey.isEmpty() || timestamp.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Components.of(
                        message.part(),
                        message.request().method(),
                        message.request().target().path(),
                        message.message().body())
                    .withClientId(clientKey.get())
                    .withTimestamp(timestamp.get()));
    return Verifier.verify(
        this,
        message,
        List.of(new Attempt(Reading.DOCUMENTED, components)),
        keys.pairs(message.part()).stream().map(AsymmetricKey::publicHalf).toList());
  }
}
