/** The suite of test vectors as it stands in its files, read and checked, and nothing more. */
@NullMarked
package io.github.dokuconformance.vectors;

import org.jspecify.annotations.NullMarked;
