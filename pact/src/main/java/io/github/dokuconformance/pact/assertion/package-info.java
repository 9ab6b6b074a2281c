/** AssertJ assertions about exchanges with DOKU, whose failures carry the diagnosis. */
@NullMarked
package io.github.dokuconformance.pact.assertion;

import org.jspecify.annotations.NullMarked;
