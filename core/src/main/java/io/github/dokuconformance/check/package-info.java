/** The check: an exchange and a context in, findings out. */
@NullMarked
package io.github.dokuconformance.check;

import org.jspecify.annotations.NullMarked;
