package io.github.dokuconformance.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges what probes showed. Pure. */
public final class Grading {
  private Grading() {}

  /** Says whether no requirement of that level or a heavier one failed. */
  public static boolean isConformant(List<ProbeResult> results, Level gate) {
    return results.stream().noneMatch(result -> result.fails(gate));
  }

  static ProbeResult grade(Observation seen) {
    ReceiverAnswer answer = seen.answer();
    boolean passed =
        seen.probe().expectation().isMetBy(answer)
            || (seen.probe().mayClose() && answer.is(ReceiverAnswer.Silence.CLOSED));
    return new ProbeResult(
        seen.probe().requirement(),
        passed,
        answer.text(),
        answer.status(),
        seen.attempts(),
        seen.effect(),
        List.of());
  }

  /** Returns the results on the run as a whole: those to which anything was sent. */
  static List<ProbeResult> gradeRun(List<Observation> run) {
    List<ProbeResult> results = new ArrayList<>();
    none(
        RunRequirements.NO_SERVER_ERROR,
        run,
        seen -> seen.probe().expectation() == Expectation.REFUSED,
        Observation::isFailureToRefuse,
        seen -> seen.answer().text(),
        results);
    listens(run).ifPresent(results::add);
    effectOfGenuine(run).ifPresent(results::add);
    noEffect(
        RunRequirements.NO_EFFECT_OF_REFUSED,
        run,
        seen -> seen.probe().expectation() != Expectation.ACCEPTED && !seen.answer().isSuccess(),
        results);
    noEffect(
        RunRequirements.NO_EFFECT_OF_REPEATED,
        run,
        seen -> seen.probe().id().endsWith(RepeatedProbes.SAME_REQUEST_ID),
        results);
    noEffect(
        RunRequirements.NO_EFFECT_OF_SAME_ORDER,
        run,
        seen -> seen.probe().id().equals(RepeatedProbes.SAME_ORDER),
        results);
    return results;
  }

  /** The one to blame is the message before the first that found nobody there. */
  private static Optional<ProbeResult> listens(List<Observation> run) {
    if (run.size() < 2) {
      return Optional.empty();
    }
    Requirement requirement = RunRequirements.KEEPS_LISTENING;
    for (int i = 1; i < run.size(); i++) {
      if (run.get(i).answer().is(ReceiverAnswer.Silence.UNREACHABLE)) {
        String last = run.get(i - 1).probe().id();
        return Optional.of(overall(requirement, "nobody there after " + last, List.of(last)));
      }
    }
    return Optional.of(overall(requirement, requirement.expected(), List.of()));
  }

  private static Optional<ProbeResult> effectOfGenuine(List<Observation> run) {
    return run.stream()
        .filter(seen -> ProbeCatalogue.isBaseline(seen.probe()))
        .filter(seen -> seen.effect().isPresent())
        .findFirst()
        .map(
            seen ->
                overall(
                    RunRequirements.EFFECT_OF_GENUINE,
                    seen.hasEffect() ? "another value" : "the same value",
                    seen.hasEffect() ? List.of() : List.of(seen.probe().id())));
  }

  private static void noEffect(
      Requirement requirement,
      List<Observation> run,
      Predicate<Observation> concerned,
      List<ProbeResult> results) {
    none(
        requirement,
        run,
        seen -> seen.effect().isPresent() && concerned.test(seen),
        seen -> !seen.isWithoutEffect(),
        seen -> seen.hasEffect() ? "an effect" : "no value",
        results);
  }

  private static void none(
      Requirement requirement,
      List<Observation> run,
      Predicate<Observation> concerned,
      Predicate<Observation> failed,
      Function<Observation, String> got,
      List<ProbeResult> results) {
    List<Observation> looked = run.stream().filter(concerned).toList();
    if (looked.isEmpty()) {
      return;
    }
    List<Observation> culprits = looked.stream().filter(failed).toList();
    String text =
        culprits.isEmpty()
            ? requirement.expected() + " (" + looked.size() + ")"
            : culprits.stream()
                .map(seen -> got.apply(seen) + " at " + seen.probe().id())
                .collect(Collectors.joining(", "));
    results.add(
        overall(requirement, text, culprits.stream().map(seen -> seen.probe().id()).toList()));
  }

  private static ProbeResult overall(Requirement requirement, String got, List<String> culprits) {
    return new ProbeResult(
        requirement, culprits.isEmpty(), got, OptionalInt.empty(), 0, Optional.empty(), culprits);
  }
}
