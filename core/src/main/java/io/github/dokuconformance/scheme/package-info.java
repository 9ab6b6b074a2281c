/** The register of signature schemes. */
@NullMarked
package io.github.dokuconformance.scheme;

import org.jspecify.annotations.NullMarked;
