package io.github.dokuconformance.diagnosis.json;

import java.util.function.UnaryOperator;

/**
 * Another program's way to write JSON that it read.
 *
 * @param runtime the language or library: {@code PHP}
 * @param call what a sender writes to get this output; stable, and matched by the recordings
 * @param common whether senders were seen with it or its runtime makes it the default
 */
public record Serializer(
    String runtime,
    String call,
    boolean common,
    UnaryOperator<Json> change,
    JsonLayout layout,
    Escapes escapes,
    String end) {
  /** Returns what the program writes for a value. */
  public String write(Json json) {
    return layout.write(Trees.everywhere(json, change), escapes) + end;
  }
}
