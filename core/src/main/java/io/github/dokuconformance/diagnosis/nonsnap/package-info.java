/**
 * The choices that a signer of Non-SNAP makes, and the mistakes among them.
 *
 * <p>{@link io.github.dokuconformance.diagnosis.nonsnap.NonSnapDiagnosis} is the way in; {@code
 * Dimensions} lists the choices, each {@code …Choices} names wrong values of some of them, and
 * {@code NonSnapAssembly} puts the values of a recipe together.
 */
@NullMarked
package io.github.dokuconformance.diagnosis.nonsnap;

import org.jspecify.annotations.NullMarked;
