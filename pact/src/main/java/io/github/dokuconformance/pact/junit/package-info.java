/**
 * A JUnit 5 extension that stands DOKU up for a test and judges what the merchant's client sent.
 *
 * <p>Start with {@link io.github.dokuconformance.pact.junit.DokuTest}.
 */
@NullMarked
package io.github.dokuconformance.pact.junit;

import org.jspecify.annotations.NullMarked;
