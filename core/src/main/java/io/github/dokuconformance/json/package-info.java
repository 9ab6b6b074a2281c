/** Reads JSON bodies strictly and tells everything that another parser might read otherwise. */
@NullMarked
package io.github.dokuconformance.json;

import org.jspecify.annotations.NullMarked;
