/** Reads requests out of what programs and tools log: JSON of many shapes, and lines of logs. */
@NullMarked
package io.github.dokuconformance.cli.input.loose;

import org.jspecify.annotations.NullMarked;
