package io.github.dokuconformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.RunCases;
import io.github.dokuconformance.check.RunCases.Case;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RunCheckTest {
  private static final int MANY = 1_000_000;

  static Stream<Arguments> cases() {
    return RunCases.all().stream().map(c -> argumentSet(c.toString(), c));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isFoundInTheLastExchangeAtItsPlace(Case c) {
    RunCheck run = new RunCheck(RunCases.MAX_EXCHANGES);
    c.shows().subList(0, c.shows().size() - 1).forEach(run::next);

    List<Finding> findings = run.next(c.shows().get(c.shows().size() - 1));

    assertThat(findings)
        .filteredOn(finding -> finding.code().equals(c.code()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.part()).isEqualTo(c.part());
              assertThat(finding.at()).isEqualTo(c.at());
            });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isNotFoundInTheTwin(Case c) {
    RunCheck run = new RunCheck(RunCases.MAX_EXCHANGES);

    List<Finding> findings = new ArrayList<>();
    c.twin().forEach(trace -> findings.addAll(run.next(trace)));

    assertThat(findings).extracting(Finding::code).doesNotContain(c.code());
  }

  @Test
  void hasACaseForEachCode() {
    assertThat(RunCases.all().stream().map(Case::code).distinct())
        .containsExactlyInAnyOrderElementsOf(
            RunCheck.types().stream().map(FindingType::code).toList());
  }

  @Test
  void saysOnceThatItIsFull() {
    RunCheck run = new RunCheck(3);
    List<Finding> findings = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      findings.addAll(run.next(order(i)));
    }

    assertThat(findings).extracting(Finding::code).containsExactly("run.state-full");
    assertThat(run.next(order(2))).isEmpty();
    assertThat(run.next(reused(2))).extracting(Finding::code).contains("run.request-id-reused");
  }

  @Test
  void remembersAMillionOrdersInAtMost64BytesEach() {
    RunCheck run = new RunCheck(MANY);
    int found = 0;
    for (int i = 1; i <= MANY; i++) {
      found += run.next(order(i)).size();
    }

    assertThat(found).isZero();
    assertThat(run.bytes()).isLessThanOrEqualTo(64L * MANY).isGreaterThan(40L * MANY);
    assertThat(run.next(reused(MANY / 2))).isNotEmpty();
  }

  @Test
  void growsNoMoreOnceItIsFull() {
    RunCheck run = new RunCheck(1000);
    for (int i = 1; i <= 1000; i++) {
      run.next(order(i));
    }
    long full = run.bytes();

    for (int i = 1001; i <= 50_000; i++) {
      run.next(order(i));
    }

    assertThat(run.bytes()).isEqualTo(full);
  }

  private static RunTrace order(int number) {
    return trace(number, Hashes.of("body" + number));
  }

  private static RunTrace reused(int number) {
    return trace(number, Hashes.of("another body" + number));
  }

  private static RunTrace trace(int number, long body) {
    return new RunTrace(
        Contract.bundled().operation("akulaku", Role.ORDER),
        Hashes.of("id" + number),
        body,
        Hashes.of("order" + number),
        Hashes.of("reference" + number),
        RunTrace.NONE,
        1000 + number,
        false,
        true,
        "Request-Id",
        false);
  }
}
