package io.github.dokuconformance.diagnosis;

import java.util.List;

/**
 * A wrong value of one dimension.
 *
 * @param cost how unlikely: 1 common, 2 seen, 3 rare, 4 one of very many, 5 not beside another
 * @param mistakes what leads to the value, the likeliest first
 */
public record Choice<T>(Dimension<T> dimension, T value, int cost, List<Mistake> mistakes) {
  public static final int COMMON = 1;
  public static final int SEEN = 2;
  public static final int RARE = 3;
  public static final int ONE_OF_MANY = 4;
  public static final int ALONE = 5;

  public Choice {
    mistakes = List.copyOf(mistakes);
  }

  /** Returns the recipe with this change. */
  public Recipe in(Recipe recipe) {
    return recipe.with(dimension, value);
  }

  /** Returns what a hypothesis takes with this change. */
  Weight weigh(Weight weight) {
    return dimension.weigh(weight, value);
  }
}
