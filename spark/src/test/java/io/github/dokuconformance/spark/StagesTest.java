package io.github.dokuconformance.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.run.RunKey;
import io.github.dokuconformance.run.RunTrace;
import io.github.dokuconformance.signature.SecretMask;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

/** The stages on the workers, without Spark. */
class StagesTest {
  private static final Operation ORDER =
      Contract.bundled().operation("akulaku", Role.ORDER).orElseThrow();

  /** A run of two parts, of ten exchanges and of more. */
  private static final long[] BEFORE = {0, 10};

  @Test
  void reusedIdIsFoundAcrossPartsByItsNumbers() {
    RunKey id = new RunKey(1, 2);

    List<Event.Found> found =
        run(
            pair(id, SortKey.place(0, 3), order(7), RunKey.NONE),
            pair(id, SortKey.place(1, 0), order(8), RunKey.NONE));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).code()).isEqualTo("run.request-id-reused");
    assertThat(found.get(0).first()).isTrue();
    assertThat(found.get(0).line())
        .startsWith("{\"exchange\":11,")
        .contains("another body than exchange 4 of this run");
  }

  @Test
  void repeatedRequestIsNoSecondOrder() {
    RunKey id = new RunKey(1, 2);
    RunKey number = new RunKey(3, 4);

    assertThat(
            run(
                pair(id, SortKey.place(0, 0), order(7), number),
                pair(id, SortKey.place(0, 1), order(7), number)))
        .isEmpty();
    assertThat(
            run(
                pair(id, SortKey.place(0, 0), order(7), number),
                pair(new RunKey(1, 3), SortKey.place(0, 1), order(7), number)))
        .extracting(Event.Found::code)
        .containsExactly("run.invoice-number-reused");
  }

  @Test
  void othersOfTheSame64BitsAreOthers() {
    assertThat(
            run(
                pair(new RunKey(1, 2), SortKey.place(0, 0), order(7), RunKey.NONE),
                pair(new RunKey(9, 2), SortKey.place(0, 1), order(8), RunKey.NONE)))
        .isEmpty();
  }

  @Test
  void keysAreSortedByThemselvesAndThenByThePlaceInTheRun() {
    List<SortKey> keys =
        List.of(
            new SortKey(0, 0, 0),
            new SortKey(0, 0, SortKey.place(0, 5)),
            new SortKey(0, 0, SortKey.place(1, 0)),
            new SortKey(0, 1, 0),
            new SortKey(1, 0, 0));

    assertThat(keys.stream().sorted()).isEqualTo(keys);
    assertThat(SortKey.exchange(SortKey.place(1, 6), BEFORE)).isEqualTo(17);
  }

  @Test
  void partitionsAreInTheOrderOfTheExchanges() {
    ByExchange by = new ByExchange(4, 1_000);
    int last = 0;
    for (long exchange = 1; exchange <= 1_000; exchange++) {
      int partition = by.getPartition(new SortKey(exchange, 0, 0));
      assertThat(partition).isBetween(last, 3);
      last = partition;
    }
    assertThat(last).isEqualTo(3);
    assertThat(new ByKey(7).getPartition(new SortKey(1, -3, 0))).isBetween(0, 6);
  }

  @Test
  void signaturesAndCountsAreReadAsWritten() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    Signatures.Writer writer = new Signatures.Writer(out);
    writer.right("MCH-\ud800");
    writer.wrong(4, 5, 1L << 40, 99);
    writer.right("MCH-\ud800");
    writer.end();
    SplitCounts counts = new SplitCounts();
    counts.add("run.amount-differs", 1L << 33);
    counts.addNotConformant();
    counts.write(out);

    try (Signatures.Reader reader =
        new Signatures.Reader(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))) {
      assertThat(reader.next()).isEqualTo(new Signatures.Entry("MCH-\ud800", 0, 0, 0, 0));
      assertThat(reader.next()).isEqualTo(new Signatures.Entry(null, 4, 5, 1L << 40, 99));
      assertThat(reader.next()).isNull();
      SplitCounts read = SplitCounts.read(reader.rest());
      assertThat(read.codes()).containsOnly(Map.entry("run.amount-differs", 1L << 33));
      assertThat(read.notConformant()).isEqualTo(1);
    }
  }

  private static RunTrace order(long body) {
    return new RunTrace(
        Optional.of(ORDER), 1, body, 1, 0, 0, 1_000, false, true, "Request-Id", false);
  }

  private static Tuple2<SortKey, byte[]> pair(
      RunKey request, long place, RunTrace trace, RunKey order) {
    return new Tuple2<>(
        SortKey.of(request, place),
        new Traced(trace, false, order, RunKey.NONE, RunKey.NONE).pack());
  }

  private static List<Event.Found> run(Tuple2<SortKey, byte[]> one, Tuple2<SortKey, byte[]> next) {
    Iterator<Tuple2<SortKey, byte[]>> events =
        new ByRequest(List.of(one, next).iterator(), BEFORE, SecretMask.NONE);
    List<Tuple2<SortKey, byte[]>> all = new ArrayList<>();
    events.forEachRemaining(all::add);
    all.sort(Comparator.comparing(Tuple2::_1));
    List<Event.Found> found = new ArrayList<>();
    new ByOrder(all.iterator(), BEFORE, SecretMask.NONE)
        .forEachRemaining(it -> found.add(Event.Found.unpack(it._2())));
    return found;
  }
}
