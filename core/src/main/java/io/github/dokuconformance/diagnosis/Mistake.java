package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that the signer did otherwise.
 *
 * @param facts what exactly, in the order to show it; never holds a secret
 */
public record Mistake(MistakeCode code, Map<String, String> facts) {
  public Mistake {
    requireNonNull(code, "code");
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** Returns a mistake; facts are names and texts in turn. */
  public static Mistake of(MistakeCode code, String... namesAndValues) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      facts.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Mistake(code, facts);
  }
}
