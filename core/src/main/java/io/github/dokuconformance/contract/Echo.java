package io.github.dokuconformance.contract;

import java.util.Optional;

/**
 * A response repeats, at one place, what stands at a place of its request.
 *
 * @param meaning what it is that is repeated, where the contract says so
 */
public record Echo(Optional<Meaning> meaning, Pointer request, Pointer response) {}
