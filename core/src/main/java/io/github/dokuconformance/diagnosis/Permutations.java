package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All orders of a few things, beginning with the one given. */
public final class Permutations {
  private Permutations() {}

  public static <T> List<List<T>> of(List<T> things) {
    List<List<T>> orders = new ArrayList<>();
    permute(new ArrayList<>(things), 0, orders);
    return orders;
  }

  private static <T> void permute(List<T> things, int from, List<List<T>> out) {
    if (from == things.size()) {
      out.add(List.copyOf(things));
      return;
    }
    for (int i = from; i < things.size(); i++) {
      Collections.swap(things, from, i);
      permute(things, from + 1, out);
      Collections.swap(things, from, i);
    }
  }
}
