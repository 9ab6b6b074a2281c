/** Turns results into text and JSON; the only place where findings become prose. */
@NullMarked
package io.github.dokuconformance.cli.report;

import org.jspecify.annotations.NullMarked;
