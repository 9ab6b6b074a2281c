/** Verification of providers: contracts are replayed, signed afresh, and the answers judged. */
@NullMarked
package io.github.dokuconformance.pact.provider;

import org.jspecify.annotations.NullMarked;
