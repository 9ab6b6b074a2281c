package io.github.dokuconformance.cli.toy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.dokuconformance.finding.Part;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A scheme that does not exist, and of which no code knows: {@code METHOD token|sha1(body)}, signed
 * by HMAC-SHA1 or by RSA, in hex.
 */
public final class ToyScheme implements Scheme {
  public static final ToyScheme HMAC = new ToyScheme("toy.hmac", "Toy-Hmac");
  public static final ToyScheme RSA = new ToyScheme("toy.rsa", "Toy-Rsa");
  public static final Reading WITHOUT_TOKEN = new Reading("a response is signed without the token");

  private static final List<HeaderRole> HEADERS =
      List.of(HeaderRole.CLIENT_ID, HeaderRole.SIGNATURE);

  private final String id;
  private final String header;

  private ToyScheme(String id, String header) {
    this.id = id;
    this.header = header;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Optional<String> header(HeaderRole role, Part part) {
    return switch (role) {
      case CLIENT_ID -> Optional.of("Toy-Merchant");
      case SIGNATURE -> Optional.of(header);
      case REQUEST_ID, TIMESTAMP, AUTHORIZATION -> Optional.empty();
    };
  }

  @Override
  public List<HeaderRole> headers(Part part) {
    return HEADERS;
  }

  @Override
  public String signatureForm() {
    return "hex";
  }

  @Override
  public Optional<String> malformation(String signature) {
    return signature.matches("[0-9a-f]+") ? Optional.empty() : Optional.of("no hex");
  }

  @Override
  public Optional<? extends SigningKey> signer(MerchantKeys keys, SignedPart part) {
    return keys(keys, part).stream().findFirst();
  }

  private List<? extends SigningKey> keys(MerchantKeys keys, SignedPart part) {
    return this == HMAC ? keys.secrets() : keys.pairs(part);
  }

  @Override
  public Stages stages(Components components, SigningKey key) {
    String digest = HexFormat.of().formatHex(Hash.SHA1.of(components.body().toByteArray()));
    String call =
        components.method() + " " + components.token().map(AccessToken::expose).orElse("");
    StringToSign text =
        new StringToSign(
            List.of(new Component("call", call), new Component("body", digest)),
            call + "|" + digest);
    return new Stages(
        Optional.of(digest),
        text,
        sign(key, text.toUtf8()).map(bytes -> Signature.of(HexFormat.of().formatHex(bytes))));
  }

  private Optional<byte[]> sign(SigningKey key, byte[] text) {
    if (this == HMAC && key instanceof SymmetricKey secret) {
      return Optional.of(secret.hmac(Hash.SHA1, text));
    }
    if (this == RSA && key instanceof AsymmetricKey pair) {
      return pair.canSign() ? Optional.of(pair.sign(Hash.SHA1, text)) : Optional.empty();
    }
    throw new IllegalArgumentException("expected another kind of key for the scheme " + id);
  }

  @Override
  public boolean accepts(String signature, Stages stages, SigningKey key) {
    return key instanceof AsymmetricKey pair
        ? malformation(signature).isEmpty()
            && signature.length() % 2 == 0
            && pair.verifies(
                Hash.SHA1, stages.stringToSign().toUtf8(), HexFormat.of().parseHex(signature))
        : Scheme.super.accepts(signature, stages, key);
  }

  @Override
  public Verification verify(SignedMessage message, MerchantKeys keys) {
    Components own = components(message);
    Attempt documented = new Attempt(Reading.DOCUMENTED, Optional.of(own));
    Attempt other = new Attempt(WITHOUT_TOKEN, Optional.of(own.withToken(AccessToken.of(""))));
    List<Attempt> attempts =
        message.part() == SignedPart.RESPONSE ? List.of(documented, other) : List.of(documented);
    return Verifier.verify(this, message, attempts, keys(keys, message.part()));
  }

  public static Components components(SignedMessage message) {
    return Components.of(
            message.part(),
            message.request().method(),
            message.request().target().path(),
            message.message().body())
        .withToken(AccessToken.of(token(message.request().headers())));
  }

  static String token(Headers headers) {
    String value = headers.first("Authorization").orElse("");
    return value.startsWith("Toy ") ? value.substring(4) : value;
  }

  /** Returns the bytes that a header's value stands for; nothing where it is no hex. */
  static Optional<byte[]> bytes(String signature) {
    String lower = new String(signature.getBytes(US_ASCII), US_ASCII);
    return lower.matches("([0-9a-fA-F]{2})+")
        ? Optional.of(HexFormat.of().parseHex(lower))
        : Optional.empty();
  }
}
