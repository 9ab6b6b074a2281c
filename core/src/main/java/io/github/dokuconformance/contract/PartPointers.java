package io.github.dokuconformance.contract;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where things stand in one part of an operation; rules ask for it dozens of times an exchange. */
final class PartPointers {
  private final Map<Meaning, List<Pointer>> all = new EnumMap<>(Meaning.class);
  private final Map<Meaning, Optional<Pointer>> first = new EnumMap<>(Meaning.class);

  PartPointers(Map<Meaning, List<Pointer>> pointers) {
    for (Meaning meaning : Meaning.values()) {
      List<Pointer> here = pointers.getOrDefault(meaning, List.of());
      all.put(meaning, here);
      first.put(meaning, here.stream().findFirst());
    }
  }

  List<Pointer> all(Meaning meaning) {
    return all.getOrDefault(meaning, List.of());
  }

  Optional<Pointer> first(Meaning meaning) {
    return first.getOrDefault(meaning, Optional.empty());
  }
}
