package org.teavm.classlib.java.util.concurrent.atomic;

import java.util.function.BinaryOperator;

/** {@code java.util.concurrent.atomic.AtomicReferenceArray} for the browser's one thread. */
public class TAtomicReferenceArray<E> {
  private final Object[] elements;

  public TAtomicReferenceArray(int length) {
    elements = new Object[length];
  }

  public final int length() {
    return elements.length;
  }

  @SuppressWarnings("unchecked") // Only what came as an E is kept.
  public final E get(int index) {
    return (E) elements[index];
  }

  public final void set(int index, E value) {
    elements[index] = value;
  }

  public final E getAndSet(int index, E value) {
    E before = get(index);
    elements[index] = value;
    return before;
  }

  public final boolean compareAndSet(int index, E expected, E value) {
    boolean same = elements[index] == expected;
    if (same) {
      elements[index] = value;
    }
    return same;
  }

  public final E accumulateAndGet(int index, E value, BinaryOperator<E> function) {
    E after = function.apply(get(index), value);
    elements[index] = after;
    return after;
  }
}
