package io.github.dokuconformance.scheme;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.Verification;
import java.util.List;
import java.util.Optional;

/** A scheme that a contract names and this version does not know: nothing of it is judged. */
record UnknownScheme(String id) implements Scheme {
  @Override
  public Optional<String> header(HeaderRole role, Part part) {
    return Optional.empty();
  }

  @Override
  public List<HeaderRole> headers(Part part) {
    return List.of();
  }

  @Override
  public String signatureForm() {
    return "a signature of the scheme " + id;
  }

  @Override
  public Optional<String> malformation(String signature) {
    return Optional.empty();
  }

  @Override
  public Optional<SigningKey> signer(MerchantKeys keys, SignedPart part) {
    return Optional.empty();
  }

  @Override
  public Stages stages(Components components, SigningKey key) {
    throw new IllegalArgumentException("expected a scheme that is known, got " + id);
  }

  @Override
  public Verification verify(SignedMessage message, MerchantKeys keys) {
    throw new IllegalArgumentException("expected a scheme that is known, got " + id);
  }
}
