package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Buffer;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.diagnosis.Recipe;
import io.github.dokuconformance.signature.Component;
import java.util.ArrayList;
import java.util.List;

/** Lines of name and value, in some order, perhaps with one that does not belong there. */
record Lines(List<Line> order, String extraName, Octets extraValue) implements Layout {
  Lines {
    order = List.copyOf(order);
  }

  static Lines of(List<Line> order) {
    return new Lines(order, "", Octets.NONE);
  }

  @Override
  public void write(Recipe recipe, Buffer out) {
    writeUntil(Line.EXTRA, recipe, out);
  }

  @Override
  public int offset(Line line, Recipe recipe, Buffer scratch) {
    scratch.clear();
    return writeUntil(line, recipe, scratch) ? scratch.length() : -1;
  }

  @Override
  public Octets extra() {
    return extraValue;
  }

  /** Returns whether the place of that line's value was reached; {@code EXTRA} never is. */
  private boolean writeUntil(Line stop, Recipe recipe, Buffer out) {
    Names names = recipe.get(Dimensions.COMPONENT_NAMES);
    Padding padding = recipe.get(Dimensions.VALUE_WHITESPACE);
    boolean first = true;
    for (int i = 0; i < order.size(); i++) {
      Line line = order.get(i);
      if (line == Line.DIGEST && !recipe.get(Dimensions.DIGEST_LINE).present()) {
        continue;
      }
      if (!first) {
        out.put(recipe.get(Dimensions.LINE_SEPARATOR));
      }
      first = false;
      if (!names.areNone()) {
        out.put(name(line, names, recipe));
        out.put(recipe.get(Dimensions.NAME_SEPARATOR).on(line));
      }
      if (line == padding.line()) {
        out.put(padding.before());
      }
      if (line == stop && line != Line.EXTRA) {
        return true;
      }
      putValue(line, recipe, out);
      if (line == padding.line()) {
        out.put(padding.after());
      }
    }
    out.put(recipe.get(Dimensions.LAST_LINE_END));
    return false;
  }

  @Override
  public List<Component> components(Recipe recipe) {
    // Values without names are easier to tell apart under their right ones.
    Names names =
        recipe.get(Dimensions.COMPONENT_NAMES).areNone()
            ? Names.RIGHT
            : recipe.get(Dimensions.COMPONENT_NAMES);
    Buffer value = new Buffer();
    List<Component> components = new ArrayList<>();
    for (Line line : order) {
      if (line != Line.DIGEST || recipe.get(Dimensions.DIGEST_LINE).present()) {
        value.clear();
        putValue(line, recipe, value);
        Octets padded =
            recipe.get(Dimensions.VALUE_WHITESPACE).around(line, Octets.of(value.toByteArray()));
        components.add(new Component(name(line, names, recipe).toText(), padded.toText()));
      }
    }
    return components;
  }

  private Octets name(Line line, Names names, Recipe recipe) {
    return line == Line.EXTRA
        ? names.ofExtra(extraName)
        : names.of(line, recipe.get(Dimensions.TIMESTAMP));
  }

  private void putValue(Line line, Recipe recipe, Buffer out) {
    switch (line) {
      case CLIENT_ID -> out.put(recipe.get(Dimensions.CLIENT_ID));
      case REQUEST_ID -> out.put(recipe.get(Dimensions.REQUEST_ID));
      case TIMESTAMP -> out.put(recipe.get(Dimensions.TIMESTAMP).value());
      case TARGET -> out.put(recipe.get(Dimensions.TARGET));
      case DIGEST -> out.put(NonSnapAssembly.valueOfDigestLine(recipe));
      case EXTRA -> out.put(extraValue);
    }
  }
}
