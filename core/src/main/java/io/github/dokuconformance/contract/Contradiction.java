package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.FindingType;
import java.util.List;

/**
 * Where DOKU's pages contradict each other, and a message can show it.
 *
 * @param type a warning where we recommend a form and this is the other, else a note; it names the
 *     pages
 * @param shownBy the ways in which an exchange shows it, the first of which counts
 */
public record Contradiction(FindingType type, List<Showing> shownBy) {
  public Contradiction {
    shownBy = List.copyOf(shownBy);
  }

  /** Returns the same with the ways alone in which an operation's exchanges show it. */
  Contradiction in(Operation operation) {
    return new Contradiction(
        type, shownBy.stream().filter(showing -> showing.concerns(operation)).toList());
  }
}
