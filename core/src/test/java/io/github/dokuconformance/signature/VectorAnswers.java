package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.vectors.harness.AdapterAnswer;
import io.github.dokuconformance.vectors.harness.AdapterRequest;
import io.github.dokuconformance.vectors.harness.Stage;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What this library finds, as the vectors want it told, whatever the scheme. */
public final class VectorAnswers {
  private VectorAnswers() {}

  /** Takes the string to sign that the verifier holds a message against, whatever it carries. */
  public static AdapterAnswer canonicalized(Verification verification) {
    return verification.fold(
        valid -> AdapterAnswer.canonicalized(valid.stages().stringToSign().text()),
        invalid ->
            invalid
                .expected()
                .map(stages -> AdapterAnswer.canonicalized(stages.stringToSign().text()))
                .orElseGet(() -> AdapterAnswer.rejected(invalid.reason().id())));
  }

  public static AdapterAnswer verified(
      Verification verification, Function<Stages, Map<Stage, String>> told) {
    return verification.fold(
        valid -> AdapterAnswer.accepted(told.apply(valid.stages())),
        invalid ->
            AdapterAnswer.refused(
                invalid.reason().id(), invalid.expected().map(told).orElse(Map.of())));
  }

  /** Returns the stages that there are: one who only verifies makes no signature by RSA. */
  public static Map<Stage, String> stages(Stages stages) {
    Map<Stage, String> map = new EnumMap<>(Stage.class);
    stages.digest().ifPresent(digest -> map.put(Stage.DIGEST, digest));
    map.put(Stage.STRING_TO_SIGN, stages.stringToSign().text());
    stages.signature().ifPresent(signature -> map.put(Stage.SIGNATURE, signature.text()));
    return map;
  }

  /** Returns the headers of a vector's message. */
  public static Headers headers(AdapterRequest vector) {
    return new Headers(
        vector.headers().stream()
            .map(field -> new Header(field.getKey(), field.getValue()))
            .toList());
  }
}
