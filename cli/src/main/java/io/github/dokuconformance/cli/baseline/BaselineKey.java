package io.github.dokuconformance.cli.baseline;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;

/**
 * What tells accepted findings apart.
 *
 * @param at a header's name or a JSON pointer, in which {@code *} stands for any index
 */
record BaselineKey(String code, String operation, Part part, String at)
    implements Comparable<BaselineKey> {
  static BaselineKey of(String operation, Finding finding) {
    return new BaselineKey(finding.code(), operation, finding.part(), anyIndex(finding.at()));
  }

  /** Returns the pointer with a star for each index: the next order has its items elsewhere. */
  static String anyIndex(String at) {
    return at.startsWith("/") ? at.replaceAll("/[0-9]+(?=/|$)", "/*") : at;
  }

  @Override
  public int compareTo(BaselineKey other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return (code + " in " + operation + ", " + part.id() + " " + at).strip();
  }
}
