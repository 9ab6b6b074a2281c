package io.github.dokuconformance.signature;

import java.util.Optional;

/**
 * The three stages of a signature.
 *
 * @param digest of the body, where one is part of the string to sign
 * @param signature what the key makes of the string; empty where a key can only verify
 */
public record Stages(
    Optional<String> digest, StringToSign stringToSign, Optional<Signature> signature) {}
