/** Pact's mock server with what Pact lacks: signatures that are verified, and made. */
@NullMarked
package io.github.dokuconformance.pact.mock;

import org.jspecify.annotations.NullMarked;
