package io.github.dokuconformance.diagnosis.text;

import java.util.List;

/** How lines look where they are read: on a terminal, say, or in a file. */
public interface TextStyle {
  /** As it is: without colour, a sentence in one line. */
  TextStyle PLAIN = new TextStyle() {};

  /** Returns the lines that a sentence becomes; its margin stands before it. */
  default List<String> folded(String line) {
    return List.of(line);
  }

  /** Returns a name to be found at a glance. */
  default String bold(String name) {
    return name;
  }

  /** Returns what is wanted. */
  default String green(String wanted) {
    return wanted;
  }

  /** Returns what is wrong. */
  default String red(String wrong) {
    return wrong;
  }
}
