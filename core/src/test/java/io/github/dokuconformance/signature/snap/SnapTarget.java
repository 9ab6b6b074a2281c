package io.github.dokuconformance.signature.snap;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.VectorAnswers;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.harness.AdapterAnswer;
import io.github.dokuconformance.vectors.harness.ConformanceTarget;
import java.util.EnumSet;
import java.util.Set;

/** This library's SNAP, as the vectors see it. */
final class SnapTarget implements ConformanceTarget {
  private final HmacEngine engine;

  SnapTarget(HmacEngine engine) {
    this.engine = engine;
  }

  @Override
  public Set<VectorOperation> operations() {
    return EnumSet.complementOf(EnumSet.of(VectorOperation.VALIDATE));
  }

  @Override
  public Set<String> schemes() {
    return Set.of("snap.token", "snap.symmetric", "snap.asymmetric");
  }

  @Override
  public AdapterAnswer answer(io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    Scheme scheme = Schemes.bundled().of(vector.text("/scheme").orElseThrow());
    return switch (vector.operation()) {
      case DIGEST -> AdapterAnswer.digest(stages(scheme, vector).digest().orElseThrow());
      case CANONICALIZE -> VectorAnswers.canonicalized(verification(scheme, vector));
      case SIGN -> {
        Stages stages = stages(scheme, vector);
        yield AdapterAnswer.signed(
            stages.signature().orElseThrow().text(), VectorAnswers.stages(stages));
      }
      case VERIFY -> VectorAnswers.verified(verification(scheme, vector), VectorAnswers::stages);
      case VALIDATE -> throw new IllegalArgumentException("not declared");
    };
  }

  private Stages stages(
      Scheme scheme, io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    Components components =
        Components.of(
                SignedPart.REQUEST,
                vector.text("/method").orElse("POST"),
                Target.of(vector.text("/target").orElse("/")).path(),
                Body.of(vector.bytes("/body")))
            .withClientId(vector.text("/clientId").orElse(""))
            .withTimestamp(vector.text("/timestamp").orElse(""))
            .withToken(AccessToken.of(vector.text("/token").orElse("none")));
    SigningKey key = scheme.signer(keys(vector), SignedPart.REQUEST).orElseThrow();
    return scheme.stages(components, key);
  }

  private Verification verification(
      Scheme scheme, io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    Request request =
        new Request(
            vector.text("/message/method").orElseThrow(),
            Target.of(vector.text("/message/target").orElseThrow()),
            VectorAnswers.headers(vector),
            Body.of(vector.bytes("/message/body")));
    return scheme.verify(SignedMessage.request(request), keys(vector));
  }

  /** A case that needs no key gets one all the same: the verifier computes all stages at once. */
  private MerchantKeys keys(io.github.dokuconformance.vectors.harness.AdapterRequest vector) {
    byte[] secret = vector.secret().length == 0 ? new byte[1] : vector.secret();
    return MerchantKeys.of(SigningKey.of(MerchantSecret.of(secret), engine))
        .withOwn(
            vector.text("/key/privateKey").map(AsymmetricKey::ofPem).orElse(SnapKeys.MERCHANT));
  }
}
