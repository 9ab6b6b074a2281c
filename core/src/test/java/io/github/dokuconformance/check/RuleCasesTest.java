package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.RuleCases.Case;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code is shown by one exchange and kept back by its twin. */
class RuleCasesTest {
  static Stream<Case> all() {
    return Stream.of(
            RuleCases.signatures(),
            RuleCases.operations(),
            HeaderCases.headers(),
            BodyCases.bodies(),
            BodyCases.schemas(),
            RuleCases.rules(),
            ContradictionCases.contradictions(),
            ToyCases.all(),
            SnapCases.all(),
            LimitCases.all())
        .flatMap(List::stream);
  }

  static Stream<Arguments> cases() {
    return all().map(c -> argumentSet(c.code() + " at " + c.part().id() + " " + c.at(), c));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isFoundOnceAtItsPlace(Case c) {
    List<Finding> findings = c.shows().check().findings();

    assertThat(findings)
        .filteredOn(finding -> finding.code().equals(c.code()) && finding.part() == c.part())
        .extracting(Finding::at)
        .containsExactly(c.at());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isNotFoundInTheTwin(Case c) {
    List<Finding> findings = c.twin().check().findings();

    assertThat(findings)
        .filteredOn(finding -> finding.code().equals(c.code()) && finding.part() == c.part())
        .isEmpty();
  }

  @Test
  void hasACaseForEachCode() {
    assertThat(all().map(Case::code).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Check.types(Toy.CONTRACT).stream().map(FindingType::code).toList());
  }
}
