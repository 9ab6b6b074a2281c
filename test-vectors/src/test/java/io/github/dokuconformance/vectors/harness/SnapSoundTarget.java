package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.harness.SnapRecipe.Values;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An implementation of SNAP that is right, unless its recipe is not. */
final class SnapSoundTarget implements ConformanceTarget {
  private final SnapRecipe recipe;

  SnapSoundTarget(SnapRecipe recipe) {
    this.recipe = recipe;
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
  public AdapterAnswer answer(AdapterRequest request) {
    return switch (request.operation()) {
      case DIGEST -> AdapterAnswer.digest(recipe.digest(request.bytes("/body")));
      case CANONICALIZE -> {
        Optional<String> defect = defect(request, false);
        yield defect
            .map(AdapterAnswer::rejected)
            .orElseGet(() -> AdapterAnswer.canonicalized(recipe.stringToSign(received(request))));
      }
      case SIGN -> {
        Map<Stage, String> stages = stages(given(request));
        yield AdapterAnswer.signed(stages.get(Stage.SIGNATURE), stages);
      }
      case VERIFY -> verify(request);
      case VALIDATE -> throw new IllegalArgumentException("not declared");
    };
  }

  private Map<Stage, String> stages(Values values) {
    Map<Stage, String> stages = new EnumMap<>(Stage.class);
    recipe.digest(values).ifPresent(digest -> stages.put(Stage.DIGEST, digest));
    String text = recipe.stringToSign(values);
    stages.put(Stage.STRING_TO_SIGN, text);
    stages.put(Stage.SIGNATURE, recipe.signature(values, text));
    return stages;
  }

  private AdapterAnswer verify(AdapterRequest request) {
    Optional<String> defect = defect(request, true);
    if (defect.isPresent()) {
      return verdict(false, defect.get());
    }
    String sent = recipe.choose.apply(values(request, "X-SIGNATURE")).orElseThrow();
    if (!recipe.isWellFormed.test(sent)) {
      return verdict(false, "malformed-signature");
    }
    Values values = received(request);
    String text = recipe.stringToSign(values);
    boolean right =
        recipe.matches.test(recipe.signature(values, text), sent)
            || (!values.isSymmetric() && byPublicKey(values, text, sent));
    return verdict(right, "signature-mismatch");
  }

  /** Verifies as one must who has the public half alone. */
  private boolean byPublicKey(Values values, String text, String sent) {
    if (!SnapRecipe.isBase64(sent)) {
      return false;
    }
    return SnapRecipe.verifies(
        recipe.rsa,
        values.publicKey().orElseThrow(),
        recipe.rsaText.apply(text.getBytes(UTF_8)),
        Base64.getDecoder().decode(sent));
  }

  private AdapterAnswer verdict(boolean right, String reason) {
    return recipe.verdict.apply(right)
        ? AdapterAnswer.accepted(Map.of())
        : AdapterAnswer.refused(reason, Map.of());
  }

  private Optional<String> defect(AdapterRequest request, boolean signed) {
    List<String> wanted =
        switch (request.text("/scheme").orElse("")) {
          case "snap.token" -> List.of("X-TIMESTAMP", "X-CLIENT-KEY");
          case "snap.symmetric" -> List.of("X-TIMESTAMP", "Authorization");
          default -> List.of("X-TIMESTAMP");
        };
    for (String name : wanted) {
      List<String> found = values(request, name);
      if (found.isEmpty() && !recipe.toleratesMissing.test(name)) {
        return Optional.of("missing-component");
      }
      if (!found.isEmpty() && recipe.choose.apply(found).isEmpty()) {
        return Optional.of("malformed-component");
      }
    }
    List<String> signature = values(request, "X-SIGNATURE");
    if (signed && signature.isEmpty()) {
      return Optional.of("missing-component");
    }
    return signed && recipe.choose.apply(signature).isEmpty()
        ? Optional.of("malformed-component")
        : Optional.empty();
  }

  private List<String> values(AdapterRequest request, String name) {
    return request.headers().stream()
        .filter(field -> recipe.isHeader.test(name, field.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private String value(AdapterRequest request, String name) {
    return recipe.choose.apply(values(request, name)).orElse("");
  }

  private Values received(AdapterRequest request) {
    return new Values(
        request.text("/scheme").orElseThrow(),
        request.text("/message/method").orElseThrow(),
        request.text("/message/target").orElseThrow(),
        recipe.bearer.apply(value(request, "Authorization")),
        value(request, "X-CLIENT-KEY"),
        value(request, "X-TIMESTAMP"),
        new Parts.Bytes(request.bytes("/message/body")),
        new Parts.Bytes(request.secret()),
        request.text("/key/privateKey"),
        request.text("/key/publicKey"));
  }

  private static Values given(AdapterRequest request) {
    return new Values(
        request.text("/scheme").orElseThrow(),
        request.text("/method").orElse(""),
        request.text("/target").orElse(""),
        request.text("/token").orElse(""),
        request.text("/clientId").orElse(""),
        request.text("/timestamp").orElseThrow(),
        new Parts.Bytes(request.bytes("/body")),
        new Parts.Bytes(request.secret()),
        request.text("/key/privateKey"),
        request.text("/key/publicKey"));
  }
}
