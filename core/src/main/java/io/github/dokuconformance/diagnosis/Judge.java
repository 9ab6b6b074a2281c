package io.github.dokuconformance.diagnosis;

import java.util.function.IntConsumer;

/** What a recipe is held against: one signature or many, or a text. Thread safe. */
interface Judge {
  /** Tells the index of each target that the recipe meets. */
  void judge(Lane lane, Recipe recipe, IntConsumer met);

  /** As {@link #judge(Lane, Recipe, IntConsumer)} for the lane's first recipe with that change. */
  void judge(Lane lane, Choice choice, IntConsumer met);

  /** How many targets there are. */
  int targets();

  /** How many changes of the recipe are still worth a search for that target. */
  int deepest(int target);
}
