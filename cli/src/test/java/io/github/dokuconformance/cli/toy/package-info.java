/** A signature scheme that does not exist: what a new scheme has to bring, and nothing else. */
@NullMarked
package io.github.dokuconformance.cli.toy;

import org.jspecify.annotations.NullMarked;
