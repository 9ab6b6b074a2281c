package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** A stretch of hypotheses: some changes that stay, and one that runs through choices. */
record Task(Space space, List<Choice<?>> fixed, int from, int to) {
  Task {
    fixed = List.copyOf(fixed);
  }

  /** Returns the changes that stay and that one. */
  Found with(Choice<?> last) {
    List<Choice<?>> all = new ArrayList<>(fixed);
    all.add(last);
    return new Found(space, all);
  }

  /** Returns the recipe with the changes that stay. */
  Recipe recipe() {
    return new Found(space, fixed).recipe();
  }

  /** Tells whether one of the changes that stay is in the same dimension. */
  boolean clashesWith(Choice<?> choice) {
    for (int i = 0; i < fixed.size(); i++) {
      if (fixed.get(i).dimension().equals(choice.dimension())) {
        return true;
      }
    }
    return false;
  }
}
