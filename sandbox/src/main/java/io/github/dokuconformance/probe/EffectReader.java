package io.github.dokuconformance.probe;

import tools.jackson.databind.JsonNode;

/** Reads what messages change at the merchant, as one JSON value. */
@FunctionalInterface
public interface EffectReader {
  /** Returns the present value. */
  JsonNode read() throws UnusableEndpointException;
}
