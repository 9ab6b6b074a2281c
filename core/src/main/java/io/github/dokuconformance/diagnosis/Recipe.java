package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** One value for each dimension: all that it takes to compute a MAC. Immutable. */
public final class Recipe {
  private final Assembly assembly;
  private final @Nullable Object[] values;

  private Recipe(Assembly assembly, @Nullable Object[] values) {
    this.assembly = assembly;
    this.values = values;
  }

  /**
   * Returns a recipe without values yet.
   *
   * @param dimensions how many there are
   */
  public static Recipe of(Assembly assembly, int dimensions) {
    return new Recipe(requireNonNull(assembly, "assembly"), new Object[dimensions]);
  }

  /** Returns a copy with another value. */
  public <T> Recipe with(Dimension<T> dimension, T value) {
    @Nullable Object[] copy = values.clone();
    copy[dimension.index()] = value;
    return new Recipe(assembly, copy);
  }

  public <T> T get(Dimension<T> dimension) {
    return dimension.cast(requireNonNull(values[dimension.index()], dimension.label()));
  }

  /** Returns what puts the values together. */
  public Assembly assembly() {
    return assembly;
  }

  /** Writes the string to sign, before {@link Assembly#textChange} changes it. */
  void write(Buffer out) {
    out.clear();
    assembly.write(this, out);
  }
}
