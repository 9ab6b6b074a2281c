package io.github.dokuconformance.diagnosis.nonsnap;

import io.github.dokuconformance.diagnosis.Octets;

/**
 * What stands on the timestamp's line.
 *
 * @param ofResponse whether its name is Response-Timestamp
 */
record Stamp(boolean ofResponse, Octets value) {}
