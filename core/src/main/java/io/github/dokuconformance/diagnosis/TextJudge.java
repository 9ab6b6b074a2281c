package io.github.dokuconformance.diagnosis;

import java.util.function.IntConsumer;

/** Holds the bytes that would be signed against those that were. */
final class TextJudge implements Judge {
  private static final int DEEPEST = 2;

  private final byte[] actual;

  TextJudge(byte[] actual) {
    this.actual = actual.clone();
  }

  /** Tells whether the choice changes the text at all. */
  static boolean isUseful(Choice choice) {
    return choice.dimension() != Dimension.SECRET && choice.dimension() != Dimension.MAC;
  }

  @Override
  public void judge(Lane lane, Recipe recipe, IntConsumer met) {
    if (lane.writes(recipe, actual)) {
      met.accept(0);
    }
  }

  @Override
  public void judge(Lane lane, Choice choice, IntConsumer met) {
    judge(lane, lane.first(choice), met);
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
