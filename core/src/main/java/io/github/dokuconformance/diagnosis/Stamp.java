package io.github.dokuconformance.diagnosis;

/**
 * What stands on the timestamp's line.
 *
 * @param ofResponse whether its name is Response-Timestamp
 */
record Stamp(boolean ofResponse, Octets value) {}
