package io.github.dokuconformance.vectors.harness;

import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A wrong implementation.
 *
 * @param name the code of the mistake that it makes, or {@code verifier.} or {@code validator.} and
 *     its fault; a variant stands behind a space
 * @param change what it does otherwise than a right one
 */
record Mutant(String name, Consumer<Recipe> change) {

  static Stream<Mutant> all() {
    return Stream.of(
            SignatureMutants.all(),
            BodyMutants.all(),
            VerifierMutants.all(),
            ValidatorMutants.all())
        .flatMap(mutants -> mutants);
  }

  ConformanceTarget target() {
    Recipe recipe = new Recipe();
    change.accept(recipe);
    return new SoundTarget(name, recipe);
  }

  boolean isValidator() {
    return name.startsWith("validator.");
  }

  @Override
  public String toString() {
    return name;
  }
}
