package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Component;
import java.util.List;
import java.util.Optional;

/** How a scheme puts the values of a recipe together. Immutable and thread safe. */
public interface Assembly {
  /** Puts the string to sign at the end of the buffer. */
  void write(Recipe recipe, Buffer out);

  /** Returns what happens to the string before it is bytes. */
  TextChange textChange(Recipe recipe);

  /** Returns what is computed over the bytes. */
  MacKind mac(Recipe recipe);

  /** Returns what it is computed with; of no matter where the MAC has no key. */
  Key key(Recipe recipe);

  /** Returns the form of the body that is digested. */
  Content body(Recipe recipe);

  /** Returns the digest of the body as it stands in the string; nothing where none does. */
  Optional<Octets> digest(Recipe recipe);

  /** Returns the values that are put together, under the names that people know them by. */
  List<Component> components(Recipe recipe);

  /**
   * Returns the number of the place whose bytes are all that the choice changes, from 0; -1 where
   * it changes more. What stands before such a place is hashed once for all choices.
   */
  default int place(Choice<?> choice, Recipe recipe) {
    return -1;
  }

  /**
   * Returns where that place begins, or -1 where the recipe has no one place for it; what stands in
   * the buffer is lost.
   */
  default int offset(int place, Recipe recipe, Buffer scratch) {
    return -1;
  }

  /**
   * Returns the bytes at that place.
   *
   * @throws IllegalArgumentException if {@link #place} gave no such number
   */
  default Octets value(int place, Recipe recipe) {
    throw new IllegalArgumentException("expected a place of this scheme, got " + place);
  }

  /** Returns the bytes that the choice puts there. */
  default Octets value(int place, Recipe recipe, Choice<?> choice) {
    return value(place, choice.in(recipe));
  }
}
