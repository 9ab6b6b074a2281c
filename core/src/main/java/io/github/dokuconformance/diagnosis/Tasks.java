package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * All sets of a number of choices from different dimensions whose costs have one sum, as far as the
 * work allowed suffices.
 */
final class Tasks {
  /** Triples that cost more are too many and too unlikely to be searched. */
  private static final int DEAREST_TRIPLE = 6;

  private static final int LARGEST = 256;

  /** A task ends once it holds so much work, so that lanes share and time is looked at. */
  private static final long HEAVY = 1 << 20;

  /** Heavier hypotheses of two and of three changes are left out: many others cost as much. */
  private static final long[] HEAVIEST = {Long.MAX_VALUE, Long.MAX_VALUE, 1 << 16, 1 << 14};

  /** Nor may one hypothesis take more than one part in so many of what is left. */
  private static final int SHARES = 8;

  private final List<Task> list = new ArrayList<>();
  private final long allowed;
  private final long heaviest;
  private long work;
  private boolean leftOut;
  private boolean ended;

  private Tasks(long allowed, long heaviest) {
    this.allowed = allowed;
    this.heaviest = heaviest;
  }

  static int dearest(int level) {
    return level == 1 ? Choice.ALONE : level == 2 ? 2 * Choice.ONE_OF_MANY : DEAREST_TRIPLE;
  }

  /** Plans tasks whose work is not more than allowed. */
  static Tasks of(List<Space> spaces, int level, int cost, long allowed) {
    Tasks tasks = new Tasks(allowed, Math.min(HEAVIEST[level], allowed / SHARES));
    tasks.ended = allowed < SHARES * spaces.get(0).weight().total();
    spaces.forEach(space -> tasks.add(space, List.of(), 0, level, cost));
    return tasks;
  }

  List<Task> list() {
    return list;
  }

  /** What all of them take. */
  long work() {
    return work;
  }

  /** Tells whether hypotheses that are too heavy were left out. */
  boolean leftOut() {
    return leftOut;
  }

  /** Tells whether the work allowed ended the planning. */
  boolean ended() {
    return ended;
  }

  /** Adds choices never before those that stay, so that no set comes twice. */
  private void add(Space space, List<Choice<?>> fixed, int first, int missing, int cost) {
    if (missing == 1) {
      if (cost <= (fixed.isEmpty() ? Choice.ALONE : Choice.ONE_OF_MANY)) {
        split(space, fixed, Math.max(first, space.from(cost)), space.to(cost));
      }
      return;
    }
    Task here = new Task(space, fixed, 0, 0);
    for (int i = first;
        !ended && i < space.size() && space.choice(i).cost() * missing <= cost;
        i++) {
      Choice<?> choice = space.choice(i);
      if (!here.clashesWith(choice)) {
        List<Choice<?>> more = here.with(choice).choices();
        add(space, more, i + 1, missing - 1, cost - choice.cost());
      }
    }
  }

  /** Leaves out the runs of dimensions that stay. */
  private void split(Space space, List<Choice<?>> fixed, int from, int to) {
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

  private void cut(Space space, List<Choice<?>> fixed, int from, int to) {
    if (from >= to || ended) {
      return;
    }
    Weight weight = space.weight();
    for (Choice<?> choice : fixed) {
      weight = weight.with(choice);
    }
    long start = weight.total();
    if (start > heaviest) {
      leftOut = true;
      return;
    }
    int first = from;
    long planned = start;
    for (int i = from; i < to; i++) {
      long one = weight.with(space.choice(i)).total();
      if (one > heaviest) {
        leftOut = true;
        put(space, fixed, first, i, planned);
        first = i + 1;
        planned = start;
      } else if (work + planned + one > allowed) {
        ended = true;
        put(space, fixed, first, i, planned);
        return;
      } else {
        planned += one;
        if (i + 1 - first == LARGEST || planned > HEAVY) {
          put(space, fixed, first, i + 1, planned);
          first = i + 1;
          planned = start;
        }
      }
    }
    put(space, fixed, first, to, planned);
  }

  private void put(Space space, List<Choice<?>> fixed, int from, int to, long planned) {
    if (from < to) {
      list.add(new Task(space, fixed, from, to));
      work += planned;
    }
  }
}
