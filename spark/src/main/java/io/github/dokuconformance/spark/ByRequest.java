package io.github.dokuconformance.spark;

import io.github.dokuconformance.run.RunByKey;
import io.github.dokuconformance.run.RunKey;
import io.github.dokuconformance.signature.SecretMask;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Judges exchanges that are sorted by their request ids. What is a request once more goes no
 * further; the others go by their orders and references.
 */
final class ByRequest extends Flat {
  private final RunByKey run = new RunByKey();
  private final long[] before;
  private final SecretMask mask;
  private @Nullable SortKey current;

  ByRequest(Iterator<Tuple2<SortKey, byte[]>> sorted, long[] before, SecretMask mask) {
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
    Traced traced = Traced.unpack(value);
    long exchange = SortKey.exchange(key.place(), before);
    boolean repeated =
        run.isRepeated(
            traced.trace(),
            exchange,
            finding ->
                emit(
                    SortKey.alone(key.place()),
                    Event.FOUND.of(Event.Found.of(exchange, finding, traced.bad(), mask).pack())));
    if (!repeated && traced.trace().operation().isPresent()) {
      emit(traced.order(), Event.ORDER, key, value);
      emit(traced.reference(), Event.REFERENCE, key, value);
      emit(traced.refundReference(), Event.REFUND_REFERENCE, key, value);
    }
  }

  private void emit(RunKey under, Event event, SortKey key, byte[] value) {
    if (!under.isNone()) {
      emit(SortKey.of(under, key.place()), event.of(value));
    }
  }
}
