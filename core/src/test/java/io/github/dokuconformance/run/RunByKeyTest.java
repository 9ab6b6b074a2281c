package io.github.dokuconformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.RunCases;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunByKeyTest {
  private static final int RUNS = 300;
  private static final int LENGTH = 120;

  static Stream<Arguments> cases() {
    return RunCases.all().stream()
        .filter(c -> !c.code().equals("run.state-full"))
        .map(c -> argumentSet(c.toString(), c));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatOneMemoryFinds(RunCases.Case c) {
    assertThat(byKey(c.shows())).isEqualTo(inOneMemory(c.shows())).isNotEmpty();
    assertThat(byKey(c.twin())).isEqualTo(inOneMemory(c.twin()));
  }

  @Test
  void findsTheSameInRandomRuns() {
    Random random = new Random(24);
    Set<String> codes = new TreeSet<>();
    for (int run = 0; run < RUNS; run++) {
      List<RunTrace> traces = Stream.generate(() -> trace(random)).limit(LENGTH).toList();

      List<String> found = byKey(traces);

      assertThat(found).isEqualTo(inOneMemory(traces));
      found.forEach(line -> codes.add(line.split(" ", -1)[1]));
    }
    assertThat(codes)
        .containsExactlyInAnyOrder(
            "run.request-id-reused",
            "run.external-id-reused",
            "run.invoice-number-reused",
            "run.reference-reused",
            "run.refund-reference-reused",
            "run.reference-differs",
            "run.refund-not-full",
            "run.amount-differs");
  }

  @Test
  void packedTraceIsJudgedAlike() throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      RunTrace trace = trace(random);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      PackedTrace.write(trace, new DataOutputStream(bytes));

      RunTrace read =
          PackedTrace.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

      assertThat(bytes.size()).isLessThan(48);
      assertThat(read.operation()).isEqualTo(trace.operation());
      assertThat(read.requestId() != 0).isEqualTo(trace.requestId() != 0);
      assertThat((int) read.requestBody()).isEqualTo((int) trace.requestBody());
      assertThat(read.order() != 0).isEqualTo(trace.order() != 0);
      assertThat(read.reference() != 0).isEqualTo(trace.reference() != 0);
      assertThat((int) read.reference()).isEqualTo((int) trace.reference());
      assertThat(read.refundReference() != 0).isEqualTo(trace.refundReference() != 0);
      assertThat(read.amount()).isEqualTo(trace.amount());
      assertThat(read.refused()).isEqualTo(trace.refused());
      assertThat(read.succeeded()).isEqualTo(trace.succeeded());
      assertThat(read.requestIdHeader()).isEqualTo(trace.requestIdHeader());
      assertThat(read.oncePerDay()).isEqualTo(trace.oncePerDay());
    }
  }

  @Test
  void keysTellTextsApart() {
    assertThat(RunKey.of("a", "bc")).isNotEqualTo(RunKey.of("ab", "c"));
    assertThat(RunKey.of("a", "\ud800")).isNotEqualTo(RunKey.of("a", "\ud801"));
    assertThat(RunKey.of("a", "b")).isEqualTo(RunKey.of("a", "b"));
    assertThat(RunKey.of("a", "").isNone()).isTrue();
  }

  private static List<String> inOneMemory(List<RunTrace> traces) {
    RunCheck run = new RunCheck(LENGTH);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < traces.size(); i++) {
      for (Finding finding : run.next(traces.get(i))) {
        lines.add(line(i, finding));
      }
    }
    return lines;
  }

  private static List<String> byKey(List<RunTrace> traces) {
    Map<Integer, List<Finding>> found = new TreeMap<>();
    Set<Integer> repeated = new TreeSet<>();
    RunByKey run = new RunByKey();
    grouped(
        traces,
        Set.of(),
        RunTrace::requestId,
        run::begin,
        (i, trace) -> {
          if (run.isRepeated(trace, i + 1, into(found, i))) {
            repeated.add(i);
          }
        });
    grouped(
        traces,
        repeated,
        RunTrace::order,
        run::begin,
        (i, trace) -> run.order(trace, i + 1, into(found, i)));
    grouped(
        traces,
        repeated,
        RunTrace::reference,
        run::begin,
        (i, trace) -> run.reference(trace, i + 1, into(found, i)));
    grouped(
        traces,
        repeated,
        RunTrace::refundReference,
        run::begin,
        (i, trace) -> run.refundReference(trace, i + 1, into(found, i)));
    List<String> lines = new ArrayList<>();
    found.forEach(
        (i, findings) ->
            findings.stream()
                .sorted(Comparator.comparing(RunByKey::place))
                .forEach(finding -> lines.add(line(i, finding))));
    return lines;
  }

  private static Consumer<Finding> into(Map<Integer, List<Finding>> found, int exchange) {
    return finding -> found.computeIfAbsent(exchange, it -> new ArrayList<>()).add(finding);
  }

  private static void grouped(
      List<RunTrace> traces,
      Set<Integer> without,
      ToLongFunction<RunTrace> key,
      Runnable begin,
      BiConsumer<Integer, RunTrace> each) {
    Map<Long, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < traces.size(); i++) {
      if (!without.contains(i)) {
        groups.computeIfAbsent(key.applyAsLong(traces.get(i)), it -> new ArrayList<>()).add(i);
      }
    }
    groups.forEach(
        (same, group) -> {
          begin.run();
          group.forEach(i -> each.accept(i, traces.get(i)));
        });
  }

  private static String line(int exchange, Finding finding) {
    return exchange
        + " "
        + finding.code()
        + " "
        + finding.severity()
        + " "
        + finding.part()
        + finding.at()
        + " "
        + finding.message();
  }

  private static RunTrace trace(Random random) {
    List<Operation> operations = Contract.bundled().operations();
    int refund = random.nextInt(12);
    return new RunTrace(
        random.nextInt(20) == 0
            ? Optional.empty()
            : Optional.of(operations.get(random.nextInt(operations.size()))),
        random.nextInt(40),
        random.nextInt(3),
        random.nextInt(12),
        random.nextInt(12),
        refund == 0 ? RunTrace.NONE : 100 + refund, // Hashes of another kind are others.
        random.nextInt(4) - 1,
        random.nextInt(4) == 0,
        random.nextBoolean(),
        random.nextBoolean() ? "Request-Id" : "X-EXTERNAL-ID",
        random.nextInt(3) == 0);
  }
}
