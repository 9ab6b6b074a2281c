package io.github.dokuconformance.cli.report;

import java.time.Duration;

/**
 * One thing that a run judged, as every report of items shows it.
 *
 * @param group what it belongs to, such as an operation
 * @param name within the group
 * @param type of what is wrong, a word or a code; empty where nothing is
 * @param message what is wrong, or why it does not count, in one line; empty where it passed
 * @param details more lines of the same; may be empty
 * @param took how long it took, where that was measured
 */
public record Item(
    String group,
    String name,
    Status status,
    String type,
    String message,
    String details,
    Duration took) {
  /** What came of it. */
  public enum Status {
    PASSED,
    /** It is wrong, and speaks against the run. */
    FAILED,
    /** It could not be judged, and speaks against the run. */
    BROKEN,
    /** It does not count: it was left out, is too light, or is known. */
    SKIPPED
  }

  /** Returns one that is right. */
  public static Item passed(String group, String name) {
    return new Item(group, name, Status.PASSED, "", "", "", Duration.ZERO);
  }

  /** Returns one that is not right. */
  public static Item of(
      String group, String name, Status status, String type, String message, String details) {
    return new Item(group, name, status, type, message, details, Duration.ZERO);
  }
}
