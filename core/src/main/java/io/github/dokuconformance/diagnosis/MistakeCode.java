package io.github.dokuconformance.diagnosis;

/**
 * A mistake that a diagnosis can name; a scheme brings an enum of them. The codes are stable, and
 * none is ever renamed.
 *
 * <p>What to say about each, and how to mend it, stands in {@code mistakes.json} beside the class
 * that has the codes.
 */
public interface MistakeCode {
  /** Returns the stable spelling: {@code body.minified}. */
  String code();

  /** Returns what the mistake changes. */
  Dimension<?> dimension();

  /** Tells whether it is another layout of the same JSON, as a log may print it too. */
  default boolean isLayout() {
    return false;
  }
}
