package io.github.dokuconformance.diagnosis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Other sets of as many mistakes that lead to the same bytes. */
final class Equivalents {
  /** More than that help nobody. */
  private static final int MOST = 24;

  /** In the unit of {@link Budget#work}. */
  private static final long MOST_WORK = 200_000_000;

  private final Lane lane = new Lane();
  private final Found found;
  private final byte[] mac;
  private final List<List<Mistake>> sets;
  private long work;

  private Equivalents(Found found) {
    this.found = found;
    this.mac = lane.mac(found.recipe()).clone();
    Set<List<Mistake>> all = new LinkedHashSet<>();
    for (List<Choice<?>> choices : sameMac()) {
      List<Choice<?>> ordered = new ArrayList<>(choices);
      ordered.sort(Comparator.comparing(Choice::dimension));
      combine(ordered, List.of(), all);
    }
    this.sets = List.copyOf(all);
  }

  static Equivalents of(Found found) {
    return new Equivalents(found);
  }

  /** Returns the mistakes found and then the others, each in the order of the dimensions. */
  List<List<Mistake>> sets() {
    return sets;
  }

  /** What it took to find them. */
  long work() {
    return work;
  }

  /**
   * Puts another choice in the place of each, again and again, so that sets are found that share
   * none.
   */
  private Set<List<Choice<?>>> sameMac() {
    Set<List<Choice<?>>> known = new LinkedHashSet<>();
    Set<Set<Choice<?>>> seen = new LinkedHashSet<>();
    Deque<List<Choice<?>>> open = new ArrayDeque<>();
    open.add(found.choices());
    while (!open.isEmpty() && known.size() < MOST) {
      List<Choice<?>> set = open.remove();
      if (seen.add(Set.copyOf(set))) {
        known.add(set);
        for (int i = 0; i < set.size(); i++) {
          replacements(set, i, open);
        }
      }
    }
    return known;
  }

  private void replacements(List<Choice<?>> set, int index, Deque<List<Choice<?>>> out) {
    List<Choice<?>> rest = new ArrayList<>(set);
    rest.remove(index);
    Recipe recipe = found.space().right();
    Weight weight = found.space().weight();
    for (Choice<?> choice : rest) {
      recipe = choice.in(recipe);
      weight = weight.with(choice);
    }
    lane.startFrom(recipe);
    for (Choice<?> other : found.space().choices()) {
      boolean free = rest.stream().noneMatch(c -> c.dimension().equals(other.dimension()));
      long more = weight.with(other).total();
      if (!free || work + more > MOST_WORK) {
        continue;
      }
      work += more;
      if (Arrays.equals(lane.mac(other), mac)) {
        List<Choice<?>> changed = new ArrayList<>(rest);
        changed.add(other);
        out.add(changed);
      }
    }
  }

  private static void combine(List<Choice<?>> rest, List<Mistake> taken, Set<List<Mistake>> out) {
    if (out.size() >= MOST) {
      return;
    }
    if (rest.isEmpty()) {
      out.add(taken);
      return;
    }
    for (Mistake mistake : rest.get(0).mistakes()) {
      List<Mistake> more = new ArrayList<>(taken);
      more.add(mistake);
      combine(rest.subList(1, rest.size()), more, out);
    }
  }
}
