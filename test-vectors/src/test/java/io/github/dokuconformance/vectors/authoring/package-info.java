/**
 * Makes the vector files out of short authored data, with an oracle of its own on the JDK's
 * cryptography.
 */
@NullMarked
package io.github.dokuconformance.vectors.authoring;

import org.jspecify.annotations.NullMarked;
