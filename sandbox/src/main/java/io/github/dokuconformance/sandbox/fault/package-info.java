/** Faults: the ways in which the sandbox lies or breaks on request, and who noticed. */
@NullMarked
package io.github.dokuconformance.sandbox.fault;

import org.jspecify.annotations.NullMarked;
