package io.github.dokuconformance.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every probe, in the order in which a run sends them, and what is asked of the run as a whole.
 *
 * <p>Ids are stable: one is never given to another probe. Immutable and thread safe.
 */
public final class ProbeCatalogue {
  private static final Probe BASELINE = GenuineProbes.plain();
  private static final Probe WITH_TOKEN = SnapProbes.plain();
  private static final Probe EXPIRED = SnapProbes.expired();
  private static final List<Probe> PROBES = probes(NotificationForm.bundled());

  private ProbeCatalogue() {}

  /** Returns the probes of the first notification of the bundled contract. */
  public static List<Probe> probes() {
    return PROBES;
  }

  /** Returns the probes that a notification gives occasion for. */
  public static List<Probe> probes(NotificationForm form) {
    if (form.needsToken()) {
      return Stream.of(List.of(WITH_TOKEN), SnapProbes.all(form), List.of(SnapProbes.last()))
          .flatMap(List::stream)
          .toList();
    }
    return Stream.of(
            List.of(BASELINE),
            GenuineProbes.all(form),
            SpellingProbes.all(form),
            ForgedProbes.all(),
            TamperedProbes.all(),
            HeaderProbes.all(),
            RepeatedProbes.all(),
            MalformedProbes.all(),
            List.of(GenuineProbes.last()))
        .flatMap(List::stream)
        .toList();
  }

  /** Returns the probe that is sent when the merchant's token has ended, where one comes along. */
  public static Optional<Probe> expired(NotificationForm form) {
    return form.needsToken() ? Optional.of(EXPIRED) : Optional.empty();
  }

  /** Returns the genuine message without whose acceptance no refusal shows anything. */
  public static Probe baseline() {
    return BASELINE;
  }

  /** As {@link #baseline()}, of a notification. */
  public static Probe baseline(NotificationForm form) {
    return form.needsToken() ? WITH_TOKEN : BASELINE;
  }

  /** Tells whether a probe is the genuine message that goes first. */
  public static boolean isBaseline(Probe probe) {
    return probe.equals(BASELINE) || probe.equals(WITH_TOKEN);
  }

  /** Returns what is asked of the probes of a notification and of the run, with each id once. */
  public static List<Requirement> requirements(NotificationForm form) {
    return Stream.concat(
            probes(form).stream().map(Probe::requirement),
            RunRequirements.all().stream()
                .filter(
                    one ->
                        !form.needsToken() || !one.equals(RunRequirements.NO_EFFECT_OF_SAME_ORDER)))
        .toList();
  }

  /** Returns what is asked of the probes and of the run, with each id once. */
  public static List<Requirement> requirements() {
    return Stream.concat(PROBES.stream().map(Probe::requirement), RunRequirements.all().stream())
        .toList();
  }
}
