package io.github.dokuconformance.probe;

import tools.jackson.databind.JsonNode;

/** What the effect URL returned before a message and after it. */
public record Effect(JsonNode before, JsonNode after) {
  /** Says whether anything changed; members' order does not count. */
  public boolean isSeen() {
    return !before.equals(after);
  }
}
