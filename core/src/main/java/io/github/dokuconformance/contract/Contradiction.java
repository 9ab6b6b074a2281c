package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.FindingType;
import java.util.List;

/**
 * Where DOKU's pages contradict each other, and a message can show it.
 *
 * @param type the warning, which names the pages
 * @param shownBy the ways in which an exchange shows it, the first of which counts
 */
public record Contradiction(FindingType type, List<Showing> shownBy) {
  public Contradiction {
    shownBy = List.copyOf(shownBy);
  }
}
