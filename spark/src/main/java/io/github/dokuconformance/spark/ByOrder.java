package io.github.dokuconformance.spark;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.run.RunByKey;
import io.github.dokuconformance.signature.SecretMask;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Judges exchanges that are sorted by their orders or references, and hands on all that was found,
 * by the number of the exchange.
 */
final class ByOrder extends Flat {
  private final RunByKey run = new RunByKey();
  private final long[] before;
  private final SecretMask mask;
  private @Nullable SortKey current;

  ByOrder(Iterator<Tuple2<SortKey, byte[]>> sorted, long[] before, SecretMask mask) {
    super(sorted);
    this.before = before;
    this.mask = mask;
  }

  @Override
  void judge(SortKey key, byte[] value) {
    if (current == null || !key.isUnder(current)) {
      run.begin();
      current = key;
    }
    long exchange = SortKey.exchange(key.place(), before);
    Event event = Event.in(value);
    byte[] content = Event.content(value);
    if (event == Event.FOUND) {
      emit(exchange, Event.Found.unpack(content));
      return;
    }
    Traced traced = Traced.unpack(content);
    Consumer<Finding> found =
        finding -> emit(exchange, Event.Found.of(exchange, finding, traced.bad(), mask));
    switch (event) {
      case ORDER -> run.order(traced.trace(), exchange, found);
      case REFERENCE -> run.reference(traced.trace(), exchange, found);
      case REFUND_REFERENCE -> run.refundReference(traced.trace(), exchange, found);
      case FOUND -> throw new IllegalStateException("handed on above");
    }
  }

  private void emit(long exchange, Event.Found found) {
    emit(new SortKey(exchange, found.place(), 0), found.pack());
  }
}
