package io.github.dokuconformance.signature;

import java.util.Optional;

/**
 * What a message's signature may have been made of, under one reading.
 *
 * @param components nothing where the message lacks one
 */
public record Attempt(Reading reading, Optional<Components> components) {}
