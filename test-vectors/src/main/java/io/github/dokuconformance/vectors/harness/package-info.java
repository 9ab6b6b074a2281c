/**
 * Runs the vectors against an implementation, in this process or behind the adapter protocol, and
 * judges and reports what it answers.
 */
@NullMarked
package io.github.dokuconformance.vectors.harness;

import org.jspecify.annotations.NullMarked;
