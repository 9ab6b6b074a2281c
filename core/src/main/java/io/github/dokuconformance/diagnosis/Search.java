package io.github.dokuconformance.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through recipes with no change, one, two and three, the likelier first, until each target is
 * met or the budget is spent.
 *
 * <p>What it finds does not depend on the number of threads: of the sets with the fewest changes
 * and the lowest cost it is the first in order.
 */
final class Search {
  static final int MOST_CHANGES = 3;

  private final List<Space> spaces;
  private final Judge judge;
  private final long allowed;
  private final BooleanSupplier outOfTime;
  private final List<Lane> lanes;
  private final @Nullable Found[] found;
  private int complete = MOST_CHANGES - 1;
  private Cut cut;
  private long work;

  Search(Prepared prepared, Judge judge, Budget budget, BooleanSupplier outOfTime) {
    this.spaces = prepared.spaces();
    this.judge = judge;
    this.allowed = budget.work();
    this.cut = prepared.cut();
    this.work = prepared.work();
    this.outOfTime = outOfTime;
    this.lanes = Stream.generate(Lane::new).limit(budget.threads()).toList();
    this.found = new Found[judge.targets()];
  }

  /** Runs to the end; to be called once. */
  Reach run() {
    for (Space space : spaces) {
      judge
          .met(lanes.get(0), space.right())
          .forEach(target -> keep(target, new Found(space, List.of())));
    }
    for (int level = 1; level <= MOST_CHANGES; level++) {
      for (int cost = level; cost <= Tasks.dearest(level); cost++) {
        if (!isAnyOpen(level)) {
          return reach(level - 1);
        }
        if (!run(level, cost)) {
          return reach(level - 1);
        }
      }
    }
    return reach(MOST_CHANGES - 1);
  }

  Optional<Found> found(int target) {
    return Optional.ofNullable(found[target]);
  }

  private Reach reach(int levels) {
    long hypotheses = lanes.stream().mapToLong(Lane::computed).sum();
    return new Reach(hypotheses, Math.min(levels, complete), cut, work);
  }

  private boolean isAnyOpen(int level) {
    return IntStream.range(0, found.length)
        .anyMatch(target -> found[target] == null && judge.deepest(target) >= level);
  }

  private void keep(int target, Found set) {
    if (found[target] == null) {
      found[target] = set;
    }
  }

  /** Returns whether the budget suffices for more. */
  private boolean run(int level, int cost) {
    Tasks tasks = Tasks.of(spaces, level, cost, allowed - work);
    work += tasks.work();
    if (tasks.leftOut()) {
      complete = Math.min(complete, level - 1);
    }
    if (tasks.leftOut() || tasks.ended()) {
      cut = Cut.WORK;
    }
    Round round = new Round(tasks.list());
    Crew.run(Math.min(lanes.size(), tasks.list().size()), number -> round.work(lanes.get(number)));
    round.keepFirst();
    if (round.cut) {
      cut = Cut.TIME;
    }
    return !tasks.ended() && !round.cut;
  }

  /** Tasks of one likelihood, taken in order by all lanes. */
  private final class Round {
    private final List<Task> tasks;
    private final AtomicInteger next = new AtomicInteger();
    private final long[] first = new long[found.length];
    private volatile int lastNeeded = Integer.MAX_VALUE;
    private volatile boolean cut;

    Round(List<Task> tasks) {
      this.tasks = tasks;
      java.util.Arrays.fill(first, Long.MAX_VALUE);
    }

    void work(Lane lane) {
      for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
        if (i > lastNeeded) {
          return;
        }
        if (outOfTime.getAsBoolean()) {
          cut = true;
          return;
        }
        work(i, lane);
      }
    }

    private void work(int index, Lane lane) {
      Task task = tasks.get(index);
      lane.startFrom(task.recipe());
      for (int i = task.from(); i < task.to(); i++) {
        List<Integer> targets = judge.met(lane, task.space().choice(i));
        if (!targets.isEmpty()) {
          met(targets, (long) index << 32 | i);
        }
      }
    }

    private synchronized void met(List<Integer> targets, long place) {
      targets.forEach(target -> first[target] = Math.min(first[target], place));
      long last = -1;
      for (int i = 0; i < first.length; i++) {
        if (found[i] == null) {
          last = Math.max(last, first[i]);
        }
      }
      lastNeeded = last == Long.MAX_VALUE ? Integer.MAX_VALUE : (int) (last >> 32);
    }

    void keepFirst() {
      for (int target = 0; target < first.length; target++) {
        if (first[target] != Long.MAX_VALUE) {
          Task task = tasks.get((int) (first[target] >> 32));
          keep(target, task.with(task.space().choice((int) first[target])));
        }
      }
      judge.forget(target -> found[target] != null);
    }
  }
}
