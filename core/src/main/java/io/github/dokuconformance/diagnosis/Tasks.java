package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** All sets of a number of choices from different dimensions whose costs have one sum. */
final class Tasks {
  /** Triples that cost more are too many and too unlikely to be searched. */
  private static final int DEAREST_TRIPLE = 6;

  private static final int LARGEST = 256;

  private final List<Task> tasks = new ArrayList<>();

  private Tasks() {}

  static int dearest(int level) {
    return level == 1 ? Choice.ALONE : level == 2 ? 2 * Choice.ONE_OF_MANY : DEAREST_TRIPLE;
  }

  static List<Task> of(List<Space> spaces, int level, int cost) {
    Tasks tasks = new Tasks();
    spaces.forEach(space -> tasks.add(space, List.of(), 0, level, cost));
    return tasks.tasks;
  }

  /** Adds choices never before those that stay, so that no set comes twice. */
  private void add(Space space, List<Choice> fixed, int first, int missing, int cost) {
    if (missing == 1) {
      if (cost <= (fixed.isEmpty() ? Choice.ALONE : Choice.ONE_OF_MANY)) {
        split(space, fixed, Math.max(first, space.from(cost)), space.to(cost));
      }
      return;
    }
    Task here = new Task(space, fixed, 0, 0);
    for (int i = first; i < space.size() && space.choice(i).cost() * missing <= cost; i++) {
      Choice choice = space.choice(i);
      if (!here.clashesWith(choice)) {
        List<Choice> more = here.with(choice).choices();
        add(space, more, i + 1, missing - 1, cost - choice.cost());
      }
    }
  }

  /** Leaves out the runs of dimensions that stay. */
  private void split(Space space, List<Choice> fixed, int from, int to) {
    Task here = new Task(space, fixed, 0, 0);
    int start = from;
    for (int i = from; i < to; i = space.endOfRun(i)) {
      if (here.clashesWith(space.choice(i))) {
        cut(space, fixed, start, i);
        start = Math.min(to, space.endOfRun(i));
      }
    }
    cut(space, fixed, start, to);
  }

  private void cut(Space space, List<Choice> fixed, int from, int to) {
    for (int i = from; i < to; i += LARGEST) {
      tasks.add(new Task(space, fixed, i, Math.min(to, i + LARGEST)));
    }
  }
}
