package io.github.dokuconformance.diagnosis;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which mistakes are tried at all: a search tries all, the memory of a run those that it knows. */
public final class Wanted {
  /** All mistakes. */
  public static final Wanted ALL = new Wanted(Optional.empty(), Set.of());

  private final Optional<Set<MistakeCode>> codes;
  private final Set<Dimension<?>> dimensions;

  private Wanted(Optional<Set<MistakeCode>> codes, Set<Dimension<?>> dimensions) {
    this.codes = codes;
    this.dimensions = dimensions;
  }

  static Wanted only(Set<MistakeCode> codes) {
    return new Wanted(
        Optional.of(Set.copyOf(codes)),
        codes.stream().map(MistakeCode::dimension).collect(Collectors.toUnmodifiableSet()));
  }

  /** Tells whether this mistake is made. */
  boolean contains(MistakeCode code) {
    return codes.isEmpty() || codes.get().contains(code);
  }

  /** Tells whether mistakes are made that change the body. */
  boolean ofBody() {
    return codes.isEmpty() || dimensions.stream().anyMatch(Dimension::isOfBody);
  }

  /** Tells whether mistakes of one of these dimensions are made. */
  boolean in(Dimension<?>... any) {
    return codes.isEmpty() || Arrays.stream(any).anyMatch(dimensions::contains);
  }
}
