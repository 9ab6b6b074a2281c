package io.github.dokuconformance.vectors;

import java.util.Optional;

/**
 * What a case is about, under a stable code.
 *
 * @param code a mistake's code such as {@code digest.encoding-hex}, or one that starts with {@code
 *     basic.}, {@code edge.}, {@code malformed.}, {@code bypass.}, {@code contract.} or {@code
 *     unspecified.}
 * @param kind basic, edge-case, common-bug, auth-bypass, malformed or unspecified
 * @param hint what to do about a failure
 */
public record Flag(String code, String kind, String description, Optional<String> hint) {}
