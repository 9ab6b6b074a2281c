/** A reverse proxy that verifies what passes, and signs what passes afresh. */
@NullMarked
package io.github.dokuconformance.cli.proxy;

import org.jspecify.annotations.NullMarked;
