package io.github.dokuconformance.probe;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every probe, in the order in which a run sends them, and what is asked of the run as a whole.
 *
 * <p>Ids are stable: one is never given to another probe. Immutable and thread safe.
 */
public final class Catalogue {
  private static final Probe BASELINE = GenuineProbes.plain();
  private static final List<Probe> PROBES = probes(NotificationForm.bundled());

  private Catalogue() {}

  /** Returns the probes of the first notification of the bundled contract. */
  public static List<Probe> probes() {
    return PROBES;
  }

  /** Returns the probes that a notification gives occasion for. */
  public static List<Probe> probes(NotificationForm form) {
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

  /** Returns the genuine message without whose acceptance no refusal shows anything. */
  public static Probe baseline() {
    return BASELINE;
  }

  /** Returns what is asked of the probes and of the run, with each id once. */
  public static List<Requirement> requirements() {
    return Stream.concat(PROBES.stream().map(Probe::requirement), RunRequirements.all().stream())
        .toList();
  }
}
