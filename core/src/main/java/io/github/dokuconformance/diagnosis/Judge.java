package io.github.dokuconformance.diagnosis;

import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a recipe is held against: one signature or many, or a text. Thread safe, but for {@link
 * #forget}.
 */
interface Judge {
  /** Returns the index of each target that the recipe meets. */
  List<Integer> met(Lane lane, Recipe recipe);

  /** As {@link #met(Lane, Recipe)} for the lane's first recipe with that change. */
  List<Integer> met(Lane lane, Choice<?> choice);

  /** Meets those targets no more, which saves comparing with them; not while others ask. */
  default void forget(IntPredicate settled) {}

  /** How many targets there are. */
  int targets();

  /** How many changes of the recipe are still worth a search for that target. */
  int deepest(int target);
}
