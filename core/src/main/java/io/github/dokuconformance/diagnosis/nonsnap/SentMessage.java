package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.BodyForms;
import io.github.dokuconformance.diagnosis.Case;
import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.diagnosis.body.SentBody;
import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.Tokens;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a message says about its own signature, under one reading of its target and with one secret.
 *
 * @param target the path that ought to be signed
 * @param sentBody the bytes that ought to be digested
 */
record SentMessage(
    DiagnosisInput input,
    MerchantSecret secret,
    String clientId,
    String requestId,
    String timestamp,
    String target,
    SentBody sentBody)
    implements Case {

  static SentMessage of(DiagnosisInput input, MerchantSecret secret, String target) {
    return new SentMessage(
        input,
        secret,
        header(input, HeaderRole.CLIENT_ID),
        header(input, HeaderRole.REQUEST_ID),
        NonSnap.SCHEME
            .value(HeaderRole.TIMESTAMP, input.part().part(), input.message().headers())
            .orElse(""),
        target,
        SentBody.of(input.message().body()));
  }

  private static String header(DiagnosisInput input, HeaderRole role) {
    return NonSnap.SCHEME
        .value(role, input.part().part(), input.message().headers())
        .or(() -> NonSnap.SCHEME.value(role, Part.REQUEST, input.request().headers()))
        .orElse("");
  }

  SentMessage withTarget(String other) {
    return new SentMessage(input, secret, clientId, requestId, timestamp, other, sentBody);
  }

  SentMessage withSecret(MerchantSecret other) {
    return new SentMessage(input, other, clientId, requestId, timestamp, target, sentBody);
  }

  @Override
  public Recipe right() {
    return Recipe.of(NonSnapAssembly.INSTANCE, Dimensions.IN_RECIPE)
        .with(Dimensions.SECRET, Key.of(secret.exposeForMac()))
        .with(Dimensions.COMPONENT_NAMES, Names.RIGHT)
        .with(Dimensions.NAME_SEPARATOR, NameSeparators.RIGHT)
        .with(Dimensions.LINE_SEPARATOR, Octets.utf8("\n"))
        .with(Dimensions.LINES, Lines.of(Line.RIGHT))
        .with(Dimensions.LAST_LINE_END, Octets.NONE)
        .with(Dimensions.CLIENT_ID, Octets.utf8(clientId))
        .with(Dimensions.REQUEST_ID, Octets.utf8(requestId))
        .with(Dimensions.TIMESTAMP, new Stamp(isResponse(), Octets.utf8(timestamp)))
        .with(Dimensions.TARGET, Octets.utf8(target))
        .with(Dimensions.VALUE_WHITESPACE, Padding.NONE)
        .with(Dimensions.BODY, Content.of(sentBody.body().toByteArray()))
        .with(Dimensions.DIGEST_LINE, sentBody.isEmpty() ? DigestLine.ABSENT : DigestLine.OF_BODY)
        .with(Dimensions.DIGEST_HASH, Hash.SHA256)
        .with(Dimensions.DIGEST_ENCODING, Encoding.BASE64)
        .with(Dimensions.DIGEST_PREFIX, Octets.NONE)
        .with(Dimensions.TEXT, TextChange.NONE)
        .with(Dimensions.MAC, MacKind.HMAC_SHA256);
  }

  @Override
  public void addChoices(Choices choices, BodyForms.Made bodies) {
    if (choices.wants(
        Dimensions.COMPONENT_NAMES,
        Dimensions.NAME_SEPARATOR,
        Dimensions.LINE_SEPARATOR,
        Dimensions.LAST_LINE_END,
        Dimensions.TEXT,
        Dimensions.MAC)) {
      TextChoices.add(this, choices);
    }
    if (choices.wants(Dimensions.LINES)) {
      LineChoices.add(this, choices);
    }
    if (choices.wants(
        Dimensions.DIGEST_LINE,
        Dimensions.DIGEST_HASH,
        Dimensions.DIGEST_ENCODING,
        Dimensions.DIGEST_PREFIX)) {
      DigestChoices.add(this, choices);
    }
    bodies.addTo(choices, Dimensions.BODY);
    if (choices.wants(Dimensions.TARGET)) {
      TargetChoices.add(this, choices);
    }
    if (choices.wants(Dimensions.TIMESTAMP)) {
      TimestampChoices.add(this, choices);
    }
    if (choices.wants(Dimensions.REQUEST_ID, Dimensions.CLIENT_ID, Dimensions.VALUE_WHITESPACE)) {
      IdChoices.add(this, choices);
    }
    if (choices.wants(Dimensions.SECRET)) {
      SecretChoices.add(this, choices);
    }
  }

  @Override
  public String signature(byte[] mac) {
    return NonSnap.SCHEME.prefix() + Base64.getEncoder().encodeToString(mac);
  }

  @Override
  public String checkValue() {
    return secret.checkValue();
  }

  boolean isResponse() {
    return input.part().part() == Part.RESPONSE;
  }

  /** Tells whether DOKU sent it to a URL of the merchant's. */
  boolean isNotification() {
    return input.part() == SignedPart.NOTIFICATION;
  }

  boolean hasBody() {
    return !sentBody.isEmpty();
  }

  Optional<Tokens> tokens() {
    return sentBody.tokens();
  }

  Optional<Json> json() {
    return sentBody.json();
  }

  Headers headers() {
    return input.message().headers();
  }

  /** Returns other merchants' secrets by the names to tell them by. */
  List<NamedSecret> otherSecrets() {
    List<NamedSecret> secrets = new ArrayList<>();
    input
        .others()
        .forEach(
            (id, keys) -> {
              for (int i = 0; i < keys.secrets().size(); i++) {
                String name = i == 0 ? id : id + ", number " + (i + 1);
                secrets.add(new NamedSecret(name, keys.secrets().get(i).secret()));
              }
            });
    return secrets;
  }
}
