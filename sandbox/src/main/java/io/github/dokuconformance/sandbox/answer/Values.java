package io.github.dokuconformance.sandbox.answer;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the names in a template stand for. */
@FunctionalInterface
public interface Values {
  /** Returns the value of that name; nothing where there is none, and its member is left out. */
  Optional<JsonNode> value(String name);
}
