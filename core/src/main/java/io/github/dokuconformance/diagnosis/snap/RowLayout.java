package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.signature.Component;
import java.util.List;

/** What is put together, in what order, and what is computed over it. */
interface RowLayout {
  void write(Recipe recipe, Buffer out);

  List<Component> components(Recipe recipe);

  MacKind mac();

  /** Returns what the text holds more than the right one, as far as it weighs. */
  Octets extra();

  /** Returns where a slot begins, or -1 where it has no place of its own. */
  int offset(Slot slot, Recipe recipe, Buffer scratch);
}
