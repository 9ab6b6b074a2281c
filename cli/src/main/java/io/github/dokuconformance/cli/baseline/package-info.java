/** Findings that a team has accepted, with the reason and a date by which to look again. */
@NullMarked
package io.github.dokuconformance.cli.baseline;

import org.jspecify.annotations.NullMarked;
