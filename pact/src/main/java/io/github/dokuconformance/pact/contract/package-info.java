/**
 * The contracts, built with Pact's DSL from the project's examples and schemas.
 *
 * <p>Start with {@link io.github.dokuconformance.pact.contract.Contracts}.
 */
@NullMarked
package io.github.dokuconformance.pact.contract;

import org.jspecify.annotations.NullMarked;
