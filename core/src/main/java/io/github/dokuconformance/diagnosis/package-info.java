/** Says which mistake yields the signature that came; exact, never a guess. */
@NullMarked
package io.github.dokuconformance.diagnosis;

import org.jspecify.annotations.NullMarked;
