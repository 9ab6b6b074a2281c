/** Contract tests with Pact for code that talks to DOKU, with real signatures. */
@NullMarked
package io.github.dokuconformance.pact;

import org.jspecify.annotations.NullMarked;
