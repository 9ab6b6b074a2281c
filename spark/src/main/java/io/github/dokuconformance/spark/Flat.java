package io.github.dokuconformance.spark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** Makes of each sorted pair any number of pairs. */
abstract class Flat implements Iterator<Tuple2<SortKey, byte[]>> {
  private final Iterator<Tuple2<SortKey, byte[]>> sorted;
  private final Deque<Tuple2<SortKey, byte[]>> ready = new ArrayDeque<>();

  Flat(Iterator<Tuple2<SortKey, byte[]>> sorted) {
    this.sorted = sorted;
  }

  /** Judges the next pair; what comes of it is to be given to {@link #emit}. */
  abstract void judge(SortKey key, byte[] value);

  final void emit(SortKey key, byte[] value) {
    ready.add(new Tuple2<>(key, value));
  }

  @Override
  public final boolean hasNext() {
    while (ready.isEmpty() && sorted.hasNext()) {
      Tuple2<SortKey, byte[]> next = sorted.next();
      judge(next._1(), next._2());
    }
    return !ready.isEmpty();
  }

  @Override
  public final Tuple2<SortKey, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
