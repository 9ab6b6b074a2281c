package io.github.dokuconformance.diagnosis;

import java.util.List;

/** What a recipe is held against: one signature or many, or a text. Thread safe. */
interface Judge {
  /** Returns the index of each target that the recipe meets. */
  List<Integer> met(Lane lane, Recipe recipe);

  /** As {@link #met(Lane, Recipe)} for the lane's first recipe with that change. */
  List<Integer> met(Lane lane, Choice choice);

  /** How many targets there are. */
  int targets();

  /** How many changes of the recipe are still worth a search for that target. */
  int deepest(int target);
}
