/** The rules: requirements that a schema cannot say, one class each. */
@NullMarked
package io.github.dokuconformance.rules;

import org.jspecify.annotations.NullMarked;
