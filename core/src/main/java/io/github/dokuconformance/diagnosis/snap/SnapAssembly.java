package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Assembly;
import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.Choice;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Dimension;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.diagnosis.TextChange;
import io.github.dokuconformance.signature.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts values together.
 *
 * @param right what a right signer computes
 * @param hashed whether a body hash is part of the right string
 */
record SnapAssembly(MacKind right, boolean hashed) implements Assembly {
  /** A change of these changes the value in one slot and nothing else. */
  private static final Map<Dimension<?>, Slot> SLOTS =
      Map.of(
          SnapDimensions.METHOD, Slot.METHOD,
          SnapDimensions.PATH, Slot.PATH,
          SnapDimensions.TOKEN, Slot.TOKEN,
          SnapDimensions.CLIENT, Slot.CLIENT,
          SnapDimensions.TIMESTAMP, Slot.TIMESTAMP,
          SnapDimensions.BODY, Slot.HASH,
          SnapDimensions.BODY_HASH, Slot.HASH);

  private static final List<Slot> PLACES =
      List.of(Slot.METHOD, Slot.PATH, Slot.TOKEN, Slot.CLIENT, Slot.TIMESTAMP, Slot.HASH);

  @Override
  public void write(Recipe recipe, Buffer out) {
    recipe.get(SnapDimensions.LAYOUT).write(recipe, out);
  }

  @Override
  public TextChange textChange(Recipe recipe) {
    return recipe.get(SnapDimensions.TEXT);
  }

  @Override
  public MacKind mac(Recipe recipe) {
    MacKind mac = recipe.get(SnapDimensions.MAC);
    return mac.equals(right) ? recipe.get(SnapDimensions.LAYOUT).mac() : mac;
  }

  @Override
  public Key key(Recipe recipe) {
    return recipe.get(SnapDimensions.SECRET);
  }

  @Override
  public Content body(Recipe recipe) {
    return recipe.get(SnapDimensions.BODY);
  }

  @Override
  public Optional<Octets> digest(Recipe recipe) {
    BodyHash hash = recipe.get(SnapDimensions.BODY_HASH);
    return hashed && hash.present()
        ? Optional.of(hash.of(recipe.get(SnapDimensions.BODY)))
        : Optional.empty();
  }

  @Override
  public List<Component> components(Recipe recipe) {
    return recipe.get(SnapDimensions.LAYOUT).components(recipe);
  }

  @Override
  public int place(Choice<?> choice, Recipe recipe) {
    Slot slot = SLOTS.get(choice.dimension());
    boolean leavesOut =
        (choice.value() instanceof Piece piece && !piece.present())
            || (choice.value() instanceof BodyHash hash && !hash.present());
    return slot == null || leavesOut ? -1 : PLACES.indexOf(slot);
  }

  @Override
  public int offset(int place, Recipe recipe, Buffer scratch) {
    return recipe.get(SnapDimensions.LAYOUT).offset(PLACES.get(place), recipe, scratch);
  }

  @Override
  public Octets value(int place, Recipe recipe) {
    Slot slot = PLACES.get(place);
    return slot == Slot.HASH
        ? recipe.get(SnapDimensions.BODY_HASH).of(recipe.get(SnapDimensions.BODY))
        : recipe.get(SnapDimensions.piece(slot)).value();
  }

  @Override
  public Octets value(int place, Recipe recipe, Choice<?> choice) {
    // No recipe is made where the value is at hand.
    return choice.value() instanceof Piece piece ? piece.value() : value(place, choice.in(recipe));
  }
}
