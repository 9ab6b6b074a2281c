package io.github.dokuconformance.vectors.harness;

/**
 * Something that makes a run fail although no single case shows it.
 *
 * @param code {@code unmatched-entry} or {@code expired-entry}
 * @param entry the pattern of the entry in the expected-failures file
 */
public record Problem(String code, String entry, String message) {}
