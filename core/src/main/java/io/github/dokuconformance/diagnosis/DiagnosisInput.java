package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A message whose signature does not match, and what is known beside it.
 *
 * @param scheme by which it ought to be signed
 * @param keys of the merchant, one of which the signature should have been made with
 * @param others other merchants' keys, by client id, that may have been taken by mistake
 * @param otherTargets paths of the contract's other operations
 * @param ownUrls for a notification: the URLs that may be configured at DOKU as this merchant's
 */
public record DiagnosisInput(
    SchemeDiagnosis scheme,
    SignedMessage signed,
    MerchantKeys keys,
    Map<String, MerchantKeys> others,
    List<String> otherTargets,
    List<String> ownUrls) {
  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if no key is known by which the scheme signs that part
   */
  public DiagnosisInput {
    requireNonNull(signed, "signed");
    if (scheme.scheme().signer(keys, signed.part()).isEmpty()) {
      throw new IllegalArgumentException("expected a key of the scheme " + scheme.scheme().id());
    }
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    otherTargets = List.copyOf(otherTargets);
    ownUrls = List.copyOf(ownUrls);
  }

  public static DiagnosisInput of(SchemeDiagnosis scheme, SignedMessage signed, MerchantKeys keys) {
    return new DiagnosisInput(scheme, signed, keys, Map.of(), List.of(), List.of());
  }

  public DiagnosisInput withKeys(MerchantKeys other) {
    return new DiagnosisInput(scheme, signed, other, others, otherTargets, ownUrls);
  }

  public DiagnosisInput withOthers(Map<String, MerchantKeys> byClientId) {
    return new DiagnosisInput(scheme, signed, keys, byClientId, otherTargets, ownUrls);
  }

  public DiagnosisInput withOtherTargets(List<String> paths) {
    return new DiagnosisInput(scheme, signed, keys, others, paths, ownUrls);
  }

  public DiagnosisInput withOwnUrls(List<String> urls) {
    return new DiagnosisInput(scheme, signed, keys, others, otherTargets, urls);
  }

  public SignedPart part() {
    return signed.part();
  }

  /** Returns the request itself, or the one that was answered. */
  public Request request() {
    return signed.request();
  }

  /** Returns the message whose signature is asked about. */
  public Message message() {
    return signed.message();
  }
}
