package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.MacKind;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.signature.Component;
import java.util.ArrayList;
import java.util.List;

/**
 * Values with a separator between them.
 *
 * @param extra what stands in the slot for more
 */
record Row(List<Slot> slots, Octets extra, MacKind mac) implements RowLayout {
  Row {
    slots = List.copyOf(slots);
  }

  static Row of(MacKind mac, Slot... slots) {
    return new Row(List.of(slots), Octets.NONE, mac);
  }

  Row with(List<Slot> others) {
    return new Row(others, extra, mac);
  }

  Row with(List<Slot> others, Octets more) {
    return new Row(others, more, mac);
  }

  Row with(MacKind other) {
    return new Row(slots, extra, other);
  }

  @Override
  public void write(Recipe recipe, Buffer out) {
    writeBefore(slots.size(), recipe, out);
    out.put(recipe.get(SnapDimensions.ENDING));
  }

  /** Writes the slots before that one, and the separator after them. */
  private void writeBefore(int end, Recipe recipe, Buffer out) {
    Octets separator = recipe.get(SnapDimensions.SEPARATOR);
    boolean any = false;
    for (int i = 0; i < end; i++) {
      if (isPresent(slots.get(i), recipe)) {
        if (any) {
          out.put(separator);
        }
        out.put(value(slots.get(i), recipe));
        any = true;
      }
    }
    if (any && end < slots.size()) {
      out.put(separator);
    }
  }

  @Override
  public int offset(Slot slot, Recipe recipe, Buffer scratch) {
    int index = slots.indexOf(slot);
    if (index < 0 || !isPresent(slot, recipe)) {
      return -1;
    }
    scratch.clear();
    writeBefore(index, recipe, scratch);
    return scratch.length();
  }

  @Override
  public List<Component> components(Recipe recipe) {
    List<Component> components = new ArrayList<>();
    for (Slot slot : slots) {
      if (isPresent(slot, recipe)) {
        components.add(new Component(slot.label(), value(slot, recipe).toText()));
      }
    }
    return components;
  }

  private static boolean isPresent(Slot slot, Recipe recipe) {
    return switch (slot) {
      case METHOD, PATH, TOKEN, CLIENT, TIMESTAMP ->
          recipe.get(SnapDimensions.piece(slot)).present();
      case HASH -> recipe.get(SnapDimensions.BODY_HASH).present();
      case EXTRA -> true;
    };
  }

  Octets value(Slot slot, Recipe recipe) {
    return switch (slot) {
      case METHOD, PATH, TOKEN, CLIENT, TIMESTAMP -> recipe.get(SnapDimensions.piece(slot)).value();
      case HASH -> recipe.get(SnapDimensions.BODY_HASH).of(recipe.get(SnapDimensions.BODY));
      case EXTRA -> extra;
    };
  }
}
