package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** The codes of an answer: the first explanation and then its equivalents. */
final class Explanations {
  private Explanations() {}

  static List<List<MistakeCode>> of(Diagnosis diagnosis) {
    return diagnosis.fold(
        valid -> List.of(),
        explained -> {
          List<List<MistakeCode>> all = new ArrayList<>();
          all.add(explained.codes());
          explained.equivalents().forEach(set -> all.add(set.stream().map(Mistake::code).toList()));
          return all;
        },
        unexplained -> List.of());
  }
}
