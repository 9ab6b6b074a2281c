package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Source;

/**
 * One field of a body, as its schema describes it.
 *
 * @param pointer JSON pointer; {@code /0} stands for any item of a list
 * @param limits the keywords beside type, as phrases: {@code at most 64 characters}
 */
public record Field(
    String pointer,
    String type,
    boolean mandatory,
    String limits,
    String description,
    Source source) {}
