/** Tells what a file is, and reads it by the reader of its format. */
@NullMarked
package io.github.dokuconformance.cli.input.recognition;

import org.jspecify.annotations.NullMarked;
