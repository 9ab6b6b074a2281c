/** Which of the contract's requirements a run has exercised. */
@NullMarked
package io.github.dokuconformance.cli.coverage;

import org.jspecify.annotations.NullMarked;
