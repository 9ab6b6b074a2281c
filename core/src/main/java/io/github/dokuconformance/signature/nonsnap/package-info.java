/** DOKU's Non-SNAP scheme: names of headers, the lines that are signed, and the readings. */
@NullMarked
package io.github.dokuconformance.signature.nonsnap;

import org.jspecify.annotations.NullMarked;
