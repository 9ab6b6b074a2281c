package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedPart;
import java.util.List;
import java.util.Optional;

/**
 * A message whose signature does not match, and what is known beside it.
 *
 * @param request the request itself, or the one that was answered
 * @param response wanted where its signature is asked about
 * @param secret the secret that the signature should have been made with
 * @param otherSecrets secrets that may have been taken by mistake
 * @param otherTargets paths of the contract's other operations
 * @param ownUrls for a notification: the URLs that may be configured at DOKU as this merchant's
 */
public record DiagnosisInput(
    SignedPart part,
    Request request,
    Optional<Response> response,
    MerchantSecret secret,
    List<NamedSecret> otherSecrets,
    List<String> otherTargets,
    List<String> ownUrls) {
  public DiagnosisInput {
    requireNonNull(part, "part");
    requireNonNull(request, "request");
    requireNonNull(secret, "secret");
    otherSecrets = List.copyOf(otherSecrets);
    otherTargets = List.copyOf(otherTargets);
    ownUrls = List.copyOf(ownUrls);
    if (part == SignedPart.RESPONSE && response.isEmpty()) {
      throw new IllegalArgumentException("expected a response beside its request, got none");
    }
  }

  public static DiagnosisInput request(Request request, MerchantSecret secret) {
    return of(SignedPart.REQUEST, request, Optional.empty(), secret);
  }

  public static DiagnosisInput response(Request request, Response response, MerchantSecret secret) {
    return of(SignedPart.RESPONSE, request, Optional.of(response), secret);
  }

  public static DiagnosisInput notification(Request request, MerchantSecret secret) {
    return of(SignedPart.NOTIFICATION, request, Optional.empty(), secret);
  }

  private static DiagnosisInput of(
      SignedPart part, Request request, Optional<Response> response, MerchantSecret secret) {
    return new DiagnosisInput(part, request, response, secret, List.of(), List.of(), List.of());
  }

  public DiagnosisInput withSecret(MerchantSecret other) {
    return new DiagnosisInput(part, request, response, other, otherSecrets, otherTargets, ownUrls);
  }

  public DiagnosisInput withOtherSecrets(List<NamedSecret> others) {
    return new DiagnosisInput(part, request, response, secret, others, otherTargets, ownUrls);
  }

  public DiagnosisInput withOtherTargets(List<String> paths) {
    return new DiagnosisInput(part, request, response, secret, otherSecrets, paths, ownUrls);
  }

  public DiagnosisInput withOwnUrls(List<String> urls) {
    return new DiagnosisInput(part, request, response, secret, otherSecrets, otherTargets, urls);
  }

  /** Returns the message whose signature is asked about. */
  Message message() {
    return part == SignedPart.RESPONSE ? response.orElseThrow() : request;
  }
}
