package io.github.dokuconformance.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was meant by one that is not known. */
public final class Closest {
  private static final int LONGEST = 200;

  private Closest() {}

  /**
   * Returns the known name that a few slips of the keyboard away would be the one that came: a
   * character too many, too few, another or two in turn, at most one in three of its own.
   */
  public static Optional<String> to(String got, Collection<String> known) {
    String typed = got.toLowerCase(Locale.ROOT);
    if (typed.isEmpty() || typed.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .min(Comparator.comparingInt(name -> slips(typed, name.toLowerCase(Locale.ROOT))))
        .filter(name -> slips(typed, name.toLowerCase(Locale.ROOT)) * 3 <= name.length());
  }

  /** Returns {@code " (did you mean NAME?)"}, or nothing where none is near. */
  public static String hint(String got, Collection<String> known) {
    return to(got, known)
        .filter(name -> !name.equals(got))
        .map(name -> " (did you mean " + name + "?)")
        .orElse("");
  }

  /** Returns the optimal string alignment distance. */
  private static int slips(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        least = Math.min(least, cost[i - 1][j - 1] + change);
        boolean inTurn =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        cost[i][j] = inTurn ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
      }
    }
    return cost[one.length()][other.length()];
  }
}
