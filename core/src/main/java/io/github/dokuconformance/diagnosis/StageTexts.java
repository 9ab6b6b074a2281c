package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Component;
import java.util.List;
import java.util.Optional;

/**
 * The stages of a signature as text; a secret in them is masked.
 *
 * @param digest of the body as it stands in the string to sign, where it does
 * @param components the values that were joined, with their names as spelt; also where none were
 *     written
 * @param stringToSign before it was turned into bytes
 * @param signature the header's value, where it came with the message or a person asked for it;
 *     whoever reads another one can send the message as the merchant
 */
public record StageTexts(
    Optional<String> digest,
    List<Component> components,
    String stringToSign,
    Optional<String> signature) {
  public StageTexts {
    components = List.copyOf(components);
  }

  static StageTexts of(Recipe recipe, Optional<String> signature, Mask mask) {
    Buffer text = new Buffer();
    recipe.write(text);
    Assembly assembly = recipe.assembly();
    String changed = assembly.textChange(recipe).change().apply(text.toText());
    return new StageTexts(
        assembly
            .digest(recipe)
            .map(digest -> mask.text(digest.toText()))
            .filter(line -> !line.isEmpty()),
        assembly.components(recipe).stream().map(mask::component).toList(),
        mask.text(changed),
        signature.map(mask::text));
  }
}
