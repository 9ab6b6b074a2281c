package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Source;
import java.util.List;

/**
 * One field of a body, as its schema describes it.
 *
 * @param pointer JSON pointer; {@code /0} stands for any item of a list
 * @param limits the keywords beside type, as phrases: {@code at most 64 characters}
 * @param values the only values that are documented; none where there are too many to list
 */
public record Field(
    String pointer,
    String type,
    boolean mandatory,
    String limits,
    String description,
    Source source,
    List<String> values) {
  public Field {
    values = List.copyOf(values);
  }
}
