package io.github.dokuconformance.diagnosis;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A choice that a signer makes; a recipe has one value for each, a mistake changes one.
 *
 * <p>Changes are applied in the order of a scheme's dimensions, so the later one wins where two
 * would speak of one thing.
 *
 * @param <T> of the values
 */
public final class Dimension<T> implements Comparable<Dimension<?>> {
  private final int index;
  private final String label;
  private final Class<T> type;
  private final boolean inText;
  private final BiFunction<Weight, T, Weight> weigher;
  private final Function<T, Optional<MacKind>> mac;

  private Dimension(
      int index,
      String label,
      Class<T> type,
      boolean inText,
      BiFunction<Weight, T, Weight> weigher,
      Function<T, Optional<MacKind>> mac) {
    this.index = index;
    this.label = label;
    this.type = type;
    this.inText = inText;
    this.weigher = weigher;
    this.mac = mac;
  }

  /**
   * Returns a dimension whose values change the string to sign and weigh nothing.
   *
   * @param index its place among the scheme's dimensions, which are numbered from 0 without gaps
   * @param label for people: {@code digest encoding}
   */
  public static <T> Dimension<T> of(int index, String label, Class<T> type) {
    return new Dimension<>(
        index, label, type, true, (weight, value) -> weight, value -> Optional.empty());
  }

  /** Returns the same, with values that change what a hypothesis takes. */
  public Dimension<T> weighing(BiFunction<Weight, T, Weight> other) {
    return new Dimension<>(index, label, type, inText, other, mac);
  }

  /** Returns the same, with values that bring along what is computed over the string to sign. */
  public Dimension<T> bringing(Function<T, MacKind> other) {
    return new Dimension<>(
        index, label, type, inText, weigher, value -> Optional.of(other.apply(value)));
  }

  /** Returns the same, with values that leave the string to sign as it is. */
  public Dimension<T> besideText() {
    return new Dimension<>(index, label, type, false, weigher, mac);
  }

  int index() {
    return index;
  }

  /** Returns the name for people: {@code digest encoding}. */
  public String label() {
    return label;
  }

  /** Tells whether a value changes the string to sign. */
  boolean isInText() {
    return inText;
  }

  /** Tells whether its values are forms of a body. */
  boolean isOfBody() {
    return type.equals(Content.class);
  }

  Weight weigh(Weight weight, T value) {
    return weigher.apply(weight, value);
  }

  /** Returns what is computed where that value is taken; nothing where it has no say in it. */
  Optional<MacKind> mac(T value) {
    return mac.apply(value);
  }

  T cast(Object value) {
    return type.cast(value);
  }

  @Override
  public int compareTo(Dimension<?> other) {
    return Integer.compare(index, other.index);
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return index;
  }

  @Override
  public String toString() {
    return label;
  }
}
