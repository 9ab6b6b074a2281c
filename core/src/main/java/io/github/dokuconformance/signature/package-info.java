/** The reference implementation of DOKU's Non-SNAP signature. */
@NullMarked
package io.github.dokuconformance.signature;

import org.jspecify.annotations.NullMarked;
