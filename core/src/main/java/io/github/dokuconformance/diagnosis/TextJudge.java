package io.github.dokuconformance.diagnosis;

import java.util.List;

/** Holds the bytes that would be signed against those that were. */
final class TextJudge implements Judge {
  private static final int DEEPEST = 2;

  private final byte[] actual;

  TextJudge(byte[] actual) {
    this.actual = actual.clone();
  }

  /** Tells whether the choice changes the text at all. */
  static boolean isUseful(Choice<?> choice) {
    return choice.dimension().isInText();
  }

  @Override
  public List<Integer> met(Lane lane, Recipe recipe) {
    return lane.writes(recipe, actual) ? List.of(0) : List.of();
  }

  @Override
  public List<Integer> met(Lane lane, Choice<?> choice) {
    return met(lane, lane.first(choice));
  }

  @Override
  public int targets() {
    return 1;
  }

  @Override
  public int deepest(int target) {
    return DEEPEST;
  }
}
