/** Where findings stand in the input files: lines and columns, found by a second reading. */
@NullMarked
package io.github.dokuconformance.cli.place;

import org.jspecify.annotations.NullMarked;
