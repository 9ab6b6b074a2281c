/** The commands of {@code doku-conformance}. */
@NullMarked
package io.github.dokuconformance.cli;

import org.jspecify.annotations.NullMarked;
