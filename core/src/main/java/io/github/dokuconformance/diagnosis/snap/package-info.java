/** What signers of SNAP do otherwise, and how their signatures are read. */
@NullMarked
package io.github.dokuconformance.diagnosis.snap;

import org.jspecify.annotations.NullMarked;
