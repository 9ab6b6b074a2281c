package io.github.dokuconformance.diagnosis;

import java.util.Set;
import java.util.stream.Collectors;

/** Which mistakes are tried at all: a search tries all, the memory of a run those that it knows. */
public final class Wanted {
  /** All mistakes. */
  public static final Wanted ALL = new Wanted(true, Set.of());

  private final boolean all;
  private final Set<Mistake> mistakes;
  private final Set<MistakeCode> codes;
  private final Set<Dimension<?>> dimensions;

  private Wanted(boolean all, Set<Mistake> mistakes) {
    this.all = all;
    this.mistakes = mistakes;
    this.codes = mistakes.stream().map(Mistake::code).collect(Collectors.toUnmodifiableSet());
    this.dimensions =
        codes.stream().map(MistakeCode::dimension).collect(Collectors.toUnmodifiableSet());
  }

  static Wanted only(Set<Mistake> mistakes) {
    return new Wanted(false, Set.copyOf(mistakes));
  }

  /** Tells whether this mistake is tried, with these facts. */
  boolean contains(Mistake mistake) {
    return all || mistakes.contains(mistake);
  }

  /** Tells whether this mistake is tried, with any facts. */
  boolean contains(MistakeCode code) {
    return all || codes.contains(code);
  }

  /** Tells whether mistakes are tried that change the body. */
  boolean ofBody() {
    return all || dimensions.stream().anyMatch(Dimension::isOfBody);
  }

  /** Tells whether mistakes of one of these dimensions are tried. */
  boolean in(Dimension<?>... any) {
    if (all) {
      return true;
    }
    for (Dimension<?> dimension : any) {
      if (dimensions.contains(dimension)) {
        return true;
      }
    }
    return false;
  }
}
