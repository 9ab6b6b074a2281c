package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Mistake;
import java.util.ArrayList;
import java.util.List;

/** The explanations of a diagnosis in one list. */
final class Explanations {
  private Explanations() {}

  /** Returns the likeliest first, then its equivalents; none where it is unexplained. */
  static List<List<Mistake>> of(Diagnosis diagnosis) {
    return diagnosis.fold(
        valid -> List.of(),
        explained -> {
          List<List<Mistake>> all = new ArrayList<>();
          all.add(explained.mistakes());
          all.addAll(explained.equivalents());
          return all;
        },
        unexplained -> List.of());
  }
}
