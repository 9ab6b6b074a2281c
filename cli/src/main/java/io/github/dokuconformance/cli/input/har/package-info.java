/** Reads HTTP Archives, an entry at a time. */
@NullMarked
package io.github.dokuconformance.cli.input.har;

import org.jspecify.annotations.NullMarked;
