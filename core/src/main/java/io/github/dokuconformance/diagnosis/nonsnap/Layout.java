package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.signature.Component;
import java.util.List;

/** How the values of a recipe are put together. */
interface Layout {
  void write(Recipe recipe, Buffer out);

  /**
   * Returns where that line's value begins, or -1 where there is no one place for it; what stands
   * in the buffer is lost.
   */
  default int offset(Line line, Recipe recipe, Buffer scratch) {
    return -1;
  }

  /** Returns the values that are joined, with their names as spelt. */
  List<Component> components(Recipe recipe);

  /** What the layout is signed with where the recipe does not say otherwise. */
  default MacKind mac() {
    return MacKind.HMAC_SHA256;
  }

  /** Returns what stands there beside the values of other dimensions. */
  default Octets extra() {
    return Octets.NONE;
  }
}
