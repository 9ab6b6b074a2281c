package io.github.dokuconformance.vectors;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case of the suite: an input and what a right implementation answers.
 *
 * <p>Each JSON member is a copy, so a caller may change what it got. In {@code input} every body
 * stands in its {@code utf8} or {@code base64} form, whichever short form the file has.
 *
 * @param flags at least one; the first flag of a negative case names its defect
 * @param twin the case that is right and differs from this negative one in the defect alone
 */
public record TestCase(
    String id,
    VectorOperation operation,
    String title,
    RequirementLevel requirement,
    List<String> flags,
    Optional<String> twin,
    ObjectNode evidence,
    ObjectNode input,
    ObjectNode expected) {
  /** The scheme of a case whose input names none. */
  public static final String NON_SNAP = "non-snap";

  public TestCase {
    flags = List.copyOf(flags);
    evidence = evidence.deepCopy();
    input = input.deepCopy();
    expected = expected.deepCopy();
  }

  /** Returns the way of signing that the case is about, such as {@code snap.symmetric}. */
  public String scheme() {
    return input.path("scheme").stringValue(NON_SNAP);
  }

  @Override
  public ObjectNode evidence() {
    return evidence.deepCopy();
  }

  @Override
  public ObjectNode input() {
    return input.deepCopy();
  }

  @Override
  public ObjectNode expected() {
    return expected.deepCopy();
  }
}
