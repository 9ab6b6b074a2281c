package io.github.dokuconformance.probe;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every probe, in the order in which a run sends them, and what is asked of the run as a whole.
 *
 * <p>Ids are stable: one is never given to another probe. Immutable and thread safe.
 */
public final class Catalogue {
  private static final List<Probe> PROBES =
      Stream.of(
              GenuineProbes.all(),
              SpellingProbes.all(),
              ForgedProbes.all(),
              TamperedProbes.all(),
              HeaderProbes.all(),
              RepeatedProbes.all(),
              MalformedProbes.all(),
              List.of(GenuineProbes.last()))
          .flatMap(List::stream)
          .toList();

  private Catalogue() {}

  public static List<Probe> probes() {
    return PROBES;
  }

  /** Returns the genuine message without whose acceptance no refusal shows anything. */
  public static Probe baseline() {
    return PROBES.get(0);
  }

  /** Returns what is asked of the probes and of the run, with each id once. */
  public static List<Requirement> requirements() {
    return Stream.concat(PROBES.stream().map(Probe::requirement), RunRequirements.all().stream())
        .toList();
  }
}
