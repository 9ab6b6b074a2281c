package io.github.dokuconformance.probe;

import java.util.List;

/** The orders that the probes of a run speak of, one each where there are enough. */
@FunctionalInterface
public interface ProbedOrders {
  /** Returns the order of the probe at that place in the run. */
  ProbedOrder at(int index);

  /** Returns orders that no endpoint has heard of: fresh for each probe and each run. */
  static ProbedOrders invented(String runId) {
    return index -> {
      String name = "PROBE-" + runId + "-" + index;
      return new ProbedOrder(name, 90_000L + index, "MUR-" + name, "REQ-" + name);
    };
  }

  /** Returns orders that the endpoint knows, from the first again when they run out. */
  static ProbedOrders known(List<ProbedOrder> orders) {
    if (orders.isEmpty()) {
      throw new IllegalArgumentException("expected at least one order");
    }
    List<ProbedOrder> copy = List.copyOf(orders);
    return index -> copy.get(index % copy.size());
  }
}
