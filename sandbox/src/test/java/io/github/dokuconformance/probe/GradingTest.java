package io.github.dokuconformance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.probe.ReceiverAnswer.Silence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.MissingNode;

class GradingTest {
  private static final ReceiverAnswer TIMED_OUT = ReceiverAnswer.none(Silence.TIMED_OUT, "");
  private static final ReceiverAnswer CLOSED = ReceiverAnswer.none(Silence.CLOSED, "");
  private static final ReceiverAnswer GONE =
      ReceiverAnswer.none(Silence.UNREACHABLE, "Connection refused");

  @ParameterizedTest
  @MethodSource("answers")
  void gradesAnswer(String probe, ReceiverAnswer answer, boolean passed) {
    assertThat(Grading.grade(seen(probe, answer)).passed()).isEqualTo(passed);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        argumentSet("genuine, 200", "genuine.plain", ReceiverAnswer.of(200), true),
        argumentSet("genuine, 204", "genuine.plain", ReceiverAnswer.of(204), true),
        argumentSet("genuine, redirect", "genuine.plain", ReceiverAnswer.of(302), false),
        argumentSet("genuine, 401", "genuine.plain", ReceiverAnswer.of(401), false),
        argumentSet("genuine, no answer", "genuine.plain", TIMED_OUT, false),
        argumentSet("forged, 200", "forged.random-mac", ReceiverAnswer.of(200), false),
        argumentSet("forged, 202", "forged.random-mac", ReceiverAnswer.of(202), false),
        argumentSet("forged, 401", "forged.random-mac", ReceiverAnswer.of(401), true),
        argumentSet("forged, redirect", "forged.random-mac", ReceiverAnswer.of(302), true),
        argumentSet("forged, 500", "forged.random-mac", ReceiverAnswer.of(500), true),
        argumentSet("forged, no answer", "forged.random-mac", TIMED_OUT, true),
        argumentSet("forged, nobody there", "forged.random-mac", GONE, false),
        argumentSet("malformed, 400", "malformed.not-json", ReceiverAnswer.of(400), true),
        argumentSet("malformed, 200", "malformed.not-json", ReceiverAnswer.of(200), true),
        argumentSet("malformed, 500", "malformed.not-json", ReceiverAnswer.of(500), false),
        argumentSet("malformed, closed", "malformed.not-json", CLOSED, false),
        argumentSet("huge, closed", "malformed.huge", CLOSED, true),
        argumentSet("huge, 500", "malformed.huge", ReceiverAnswer.of(503), false));
  }

  @Test
  void namesProbesAtWhichEndpointFailedToRefuse() {
    List<ProbeResult> results =
        Grading.gradeRun(
            List.of(
                seen("genuine.plain", ReceiverAnswer.of(500)),
                seen("forged.random-mac", ReceiverAnswer.of(500)),
                seen("forged.other-key", ReceiverAnswer.of(401)),
                seen("forged.prefix-only", TIMED_OUT),
                seen("forged.huge-body", CLOSED)));

    assertThat(results)
        .filteredOn(result -> !result.passed())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.requirement()).isEqualTo(RunRequirements.NO_SERVER_ERROR);
              assertThat(result.culprits())
                  .containsExactly("forged.random-mac", "forged.prefix-only");
            });
  }

  @Test
  void saysNothingOfEffectsThatWereNotRead() {
    List<ProbeResult> results =
        Grading.gradeRun(List.of(seen("genuine.plain", ReceiverAnswer.of(200))));

    assertThat(results).isEmpty();
  }

  @Test
  void blamesMessageAfterWhichNobodyListens() {
    List<ProbeResult> results =
        Grading.gradeRun(
            List.of(
                seen("genuine.plain", ReceiverAnswer.of(200)),
                seen("malformed.huge", CLOSED),
                seen("malformed.cut", GONE),
                seen("malformed.null", GONE)));

    assertThat(results)
        .filteredOn(result -> result.requirement().equals(RunRequirements.KEEPS_LISTENING))
        .singleElement()
        .satisfies(result -> assertThat(result.culprits()).containsExactly("malformed.huge"));
  }

  @Test
  void doesNotTakeEffectThatCouldNotBeReadForNone() {
    Observation unread =
        new Observation(
            probe("forged.random-mac"),
            ReceiverAnswer.of(401),
            1,
            Optional.of(new Effect(IntNode.valueOf(1), MissingNode.getInstance())));

    List<ProbeResult> results = Grading.gradeRun(List.of(unread));

    assertThat(results)
        .filteredOn(result -> !result.passed())
        .extracting(ProbeResult::requirement)
        .containsExactly(RunRequirements.NO_EFFECT_OF_REFUSED);
  }

  @Test
  void blamesRefusedMessageForItsEffectButNotAcceptedOne() {
    List<ProbeResult> results =
        Grading.gradeRun(
            List.of(
                seen("genuine.plain", ReceiverAnswer.of(200), 0, 1),
                seen("forged.random-mac", ReceiverAnswer.of(401), 1, 2),
                seen("forged.other-key", ReceiverAnswer.of(200), 2, 3),
                seen("forged.prefix-only", ReceiverAnswer.of(401), 3, 3)));

    assertThat(results)
        .filteredOn(result -> !result.passed())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.requirement()).isEqualTo(RunRequirements.NO_EFFECT_OF_REFUSED);
              assertThat(result.culprits()).containsExactly("forged.random-mac");
            });
  }

  @ParameterizedTest
  @MethodSource("gates")
  void isConformantUnlessRequirementOfGateOrHeavierFailed(
      String failed, Level gate, boolean conformant) {
    Probe probe = probe(failed);
    ReceiverAnswer wrong =
        probe.expectation() == Expectation.REFUSED
            ? ReceiverAnswer.of(200)
            : ReceiverAnswer.of(500);

    List<ProbeResult> results = List.of(Grading.grade(seen(failed, wrong)));

    assertThat(Grading.isConformant(results, gate)).isEqualTo(conformant);
  }

  static Stream<Arguments> gates() {
    return Stream.of(
        argumentSet("must at must", "forged.random-mac", Level.MUST, false),
        argumentSet("should at must", "stale.year-old", Level.MUST, true),
        argumentSet("should at should", "stale.year-old", Level.SHOULD, false),
        argumentSet("must at should", "forged.random-mac", Level.SHOULD, false),
        argumentSet("informational at should", "forged.hex-mac", Level.SHOULD, true),
        argumentSet(
            "informational at informational", "forged.hex-mac", Level.INFORMATIONAL, false));
  }

  private static Observation seen(String id, ReceiverAnswer answer) {
    return new Observation(probe(id), answer, 1, Optional.empty());
  }

  private static Observation seen(String id, ReceiverAnswer answer, int before, int after) {
    Effect effect = new Effect(IntNode.valueOf(before), IntNode.valueOf(after));
    return new Observation(probe(id), answer, 1, Optional.of(effect));
  }

  private static Probe probe(String id) {
    return ProbeCatalogue.probes().stream()
        .filter(probe -> probe.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
