package io.github.dokuconformance.probe;

import tools.jackson.databind.JsonNode;

/**
 * What the effect URL returned before a message and after it; a missing node where it returned
 * nothing.
 */
public record Effect(JsonNode before, JsonNode after) {
  /** Says whether both values are there to be compared. */
  public boolean isKnown() {
    return !before.isMissingNode() && !after.isMissingNode();
  }

  /** Says whether anything changed; members' order does not count. */
  public boolean isSeen() {
    return isKnown() && !before.equals(after);
  }
}
