package io.github.dokuconformance.signature;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.signature.Verification.Invalid;
import io.github.dokuconformance.signature.Verification.Reason;
import io.github.dokuconformance.signature.Verification.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through readings and keys until one makes the signature that came. Pure. */
public final class Verifier {
  private Verifier() {}

  /**
   * Verifies a message's signature.
   *
   * @param attempts the documented one first
   * @param keys that the signature may have been made with, the one in use first; at least one
   */
  public static Verification verify(
      Scheme scheme,
      SignedMessage message,
      List<Attempt> attempts,
      List<? extends SigningKey> keys) {
    Part part = message.part().part();
    Headers headers = message.headers();
    List<String> names = scheme.names(part);
    List<String> repeated = new ArrayList<>(0);
    for (String name : names) {
      if (headers.count(name) > 1) {
        repeated.add(name);
      }
    }
    if (!repeated.isEmpty()) {
      return new Invalid(Reason.REPEATED_COMPONENT, Optional.empty(), repeated, "");
    }
    Optional<Stages> expected = stages(scheme, attempts.get(0), keys.get(0));
    String signatureName = scheme.header(HeaderRole.SIGNATURE, part).orElseThrow();
    Optional<String> signature = headers.first(signatureName);
    if (signature.isEmpty()) {
      return new Invalid(Reason.MISSING_SIGNATURE, expected, List.of(signatureName), "");
    }
    for (int i = 0; i < attempts.size(); i++) {
      for (int k = 0; k < keys.size(); k++) {
        Optional<Stages> stages =
            i == 0 && k == 0 ? expected : stages(scheme, attempts.get(i), keys.get(k));
        if (stages.isPresent() && scheme.accepts(signature.get(), stages.get(), keys.get(k))) {
          return new Valid(stages.get(), attempts.get(i).reading());
        }
      }
    }
    List<String> missing = names.stream().filter(name -> headers.first(name).isEmpty()).toList();
    Optional<String> malformation = scheme.malformation(signature.get());
    if (malformation.isPresent()) {
      return new Invalid(
          Reason.MALFORMED_SIGNATURE, expected, List.of(signatureName), malformation.get());
    }
    return missing.isEmpty()
        ? new Invalid(Reason.MISMATCH, expected, List.of(), "")
        : new Invalid(Reason.MISSING_COMPONENT, expected, missing, "");
  }

  private static Optional<Stages> stages(Scheme scheme, Attempt attempt, SigningKey key) {
    return attempt.components().isPresent()
        ? Optional.of(scheme.stages(attempt.components().get(), key))
        : Optional.empty();
  }
}
