package io.github.dokuconformance.diagnosis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Takes a part of many long cases, another one each day, and all of them with {@code -Pexhaustive}.
 *
 * <p>{@code -Drotation=N} takes the part of that day again; a failure's day is in its report's
 * date.
 */
public final class Rotation {
  private static final boolean ALL = Boolean.getBoolean("exhaustive");

  private Rotation() {}

  public static boolean isExhaustive() {
    return ALL;
  }

  /** Returns random numbers for those cases: others each day. */
  public static Random random(String name) {
    return new Random(31 * turn() + name.hashCode());
  }

  private static long turn() {
    return Long.getLong("rotation", LocalDate.now(Clock.systemUTC()).toEpochDay());
  }

  /** Returns every so many-th of them; all where everything is wanted. */
  public static <T> List<T> of(List<T> all, int parts) {
    if (ALL) {
      return all;
    }
    long turn = turn();
    return IntStream.range(0, all.size())
        .filter(i -> i % parts == Math.floorMod(turn, parts))
        .mapToObj(all::get)
        .toList();
  }
}
