package io.github.dokuconformance.diagnosis;

import java.util.List;

/**
 * A wrong value of one dimension.
 *
 * @param cost how unlikely: 1 common, 2 seen, 3 rare, 4 one of very many, 5 not beside another
 * @param mistakes what leads to the value, the likeliest first
 */
record Choice(Dimension dimension, Object value, int cost, List<Mistake> mistakes) {
  static final int COMMON = 1;
  static final int SEEN = 2;
  static final int RARE = 3;
  static final int ONE_OF_MANY = 4;
  static final int ALONE = 5;

  Choice {
    mistakes = List.copyOf(mistakes);
  }

  Recipe in(Recipe recipe) {
    return recipe.with(dimension, value);
  }
}
