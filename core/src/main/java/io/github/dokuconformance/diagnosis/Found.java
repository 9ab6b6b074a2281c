package io.github.dokuconformance.diagnosis;

import java.util.List;

/** The changes that lead to a target. */
record Found(Space space, List<Choice<?>> choices) {
  Found {
    choices = List.copyOf(choices);
  }

  Recipe recipe() {
    Recipe recipe = space.right();
    for (Choice<?> choice : choices) {
      recipe = choice.in(recipe);
    }
    return recipe;
  }
}
