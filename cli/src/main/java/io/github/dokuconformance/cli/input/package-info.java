/** Readers of what a developer has at hand: raw HTTP, HAR, a curl command, exchange JSON. */
@NullMarked
package io.github.dokuconformance.cli.input;

import org.jspecify.annotations.NullMarked;
