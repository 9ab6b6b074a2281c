/**
 * The check: an exchange and a context in, findings out.
 *
 * <p>{@link io.github.dokuconformance.check.Check} recognises the operation, holds both signatures
 * to its scheme and asks each rule; a {@link io.github.dokuconformance.check.CheckResult} holds
 * what was found. {@link io.github.dokuconformance.check.Explanation} asks the diagnosis why a
 * signature is wrong, and {@link io.github.dokuconformance.check.Gaps} tells what is looked for
 * where.
 */
@NullMarked
package io.github.dokuconformance.check;

import org.jspecify.annotations.NullMarked;
