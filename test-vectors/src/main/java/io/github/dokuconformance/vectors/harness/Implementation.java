package io.github.dokuconformance.vectors.harness;

import java.util.Optional;

/**
 * Who was tested, as a report names it.
 *
 * @param homepage where to find it
 * @param issues where to report what a run found
 */
public record Implementation(
    String name,
    String version,
    String language,
    Optional<String> homepage,
    Optional<String> issues) {

  static Implementation named(String name) {
    return new Implementation(
        name.isEmpty() ? "unnamed" : name, "unknown", "java", Optional.empty(), Optional.empty());
  }
}
