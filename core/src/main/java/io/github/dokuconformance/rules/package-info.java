/**
 * The rules: requirements that a schema cannot say, one class each.
 *
 * <p>A {@link io.github.dokuconformance.rules.Rule} names its codes, says by a {@link
 * io.github.dokuconformance.rules.Scope} in which operations it looks for them, and reads a {@link
 * io.github.dokuconformance.rules.Subject}, the exchange made ready. What it finds passes through
 * {@link io.github.dokuconformance.rules.Ruling}, where the operation's data have the last word: a
 * code may be off there, weigh less, or rest on another page.
 */
@NullMarked
package io.github.dokuconformance.rules;

import org.jspecify.annotations.NullMarked;
