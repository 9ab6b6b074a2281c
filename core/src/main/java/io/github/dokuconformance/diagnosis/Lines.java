package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

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

  /** Returns whether the place of that line's value was reached; {@code EXTRA} never is. */
  private boolean writeUntil(Line stop, Recipe recipe, Buffer out) {
    Names names = recipe.names();
    Padding padding = recipe.padding();
    boolean first = true;
    for (int i = 0; i < order.size(); i++) {
      Line line = order.get(i);
      if (line == Line.DIGEST && !recipe.digestLine().present()) {
        continue;
      }
      if (!first) {
        out.put(recipe.lineSeparator());
      }
      first = false;
      if (!names.areNone()) {
        out.put(name(line, names, recipe));
        out.put(recipe.nameSeparator());
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
    out.put(recipe.lastLineEnd());
    return false;
  }

  @Override
  public List<Component> components(Recipe recipe) {
    // Values without names are easier to tell apart under their right ones.
    Names names = recipe.names().areNone() ? Names.RIGHT : recipe.names();
    Buffer value = new Buffer();
    List<Component> components = new ArrayList<>();
    for (Line line : order) {
      if (line != Line.DIGEST || recipe.digestLine().present()) {
        value.clear();
        putValue(line, recipe, value);
        Octets padded = recipe.padding().around(line, new Octets(value.toByteArray()));
        components.add(
            new Component(
                new String(name(line, names, recipe).bytes, UTF_8),
                new String(padded.bytes, UTF_8)));
      }
    }
    return components;
  }

  private Octets name(Line line, Names names, Recipe recipe) {
    return line == Line.EXTRA ? names.ofExtra(extraName) : names.of(line, recipe.stamp());
  }

  private void putValue(Line line, Recipe recipe, Buffer out) {
    switch (line) {
      case CLIENT_ID -> out.put(recipe.clientId());
      case REQUEST_ID -> out.put(recipe.requestId());
      case TIMESTAMP -> out.put(recipe.stamp().value());
      case TARGET -> out.put(recipe.target());
      case DIGEST -> out.put(recipe.digest());
      case EXTRA -> out.put(extraValue);
    }
  }
}
