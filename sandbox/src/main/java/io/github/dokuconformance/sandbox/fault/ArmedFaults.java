package io.github.dokuconformance.sandbox.fault;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that wait for a request. Thread safe. */
public final class ArmedFaults {
  /** As many times as a request comes. */
  public static final int ALWAYS = Integer.MAX_VALUE;

  private final List<Armed> armed = new ArrayList<>();
  // Read without the lock: nearly always nothing is armed.
  private volatile boolean any;

  /**
   * A fault that waits.
   *
   * @param operation the one that it waits for; none for any that it applies to
   * @param times how often it still acts; {@link #ALWAYS} without end
   */
  public record Armed(Fault fault, Optional<String> operation, int times) {
    public Armed {
      if (times < 1) {
        throw new IllegalArgumentException("expected times of at least 1, got: " + times);
      }
    }

    /**
     * Requires that it waits for an operation that it can act on.
     *
     * @throws IllegalArgumentException where that is none of the contract's, or another
     */
    public Armed require(Contract contract) {
      if (operation.isPresent()
          && !contract.operation(operation.get()).map(fault::appliesTo).orElse(false)) {
        throw new IllegalArgumentException(
            "expected an operation that " + fault.id() + " can act on, got: " + operation.get());
      }
      return this;
    }

    boolean waitsFor(Operation one) {
      return fault.appliesTo(one) && operation.map(one.id()::equals).orElse(true);
    }
  }

  public synchronized void arm(Armed fault) {
    armed.add(fault);
    any = true;
  }

  /** Takes the fault that was armed first for that stage and operation; it acts once less. */
  public Optional<Fault> take(Fault.Stage stage, Operation operation) {
    return take(stage, operation, fault -> true);
  }

  /** As the other, but only one that can act now. */
  public Optional<Fault> take(Fault.Stage stage, Operation operation, Predicate<Fault> canAct) {
    return any ? takeArmed(stage, operation, canAct) : Optional.empty();
  }

  private synchronized Optional<Fault> takeArmed(
      Fault.Stage stage, Operation operation, Predicate<Fault> canAct) {
    for (int i = 0; i < armed.size(); i++) {
      Armed one = armed.get(i);
      Fault fault = one.fault();
      if (fault.stage() == stage && one.waitsFor(operation) && canAct.test(fault)) {
        use(i, one);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private void use(int index, Armed one) {
    if (one.times() == ALWAYS) {
      return;
    }
    if (one.times() == 1) {
      armed.remove(index);
      any = !armed.isEmpty();
    } else {
      armed.set(index, new Armed(one.fault(), one.operation(), one.times() - 1));
    }
  }

  public synchronized List<Armed> list() {
    return List.copyOf(armed);
  }

  public synchronized void disarm(Fault fault) {
    for (Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
      if (each.next().fault() == fault) {
        each.remove();
      }
    }
    any = !armed.isEmpty();
  }

  public synchronized void clear() {
    armed.clear();
    any = false;
  }
}
