package io.github.dokuconformance.cli.input;

import io.github.dokuconformance.message.Target;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the user chose about reading.
 *
 * @param format the format to read as, or empty to go by the file's name or, for standard input, by
 *     the first bytes
 * @param contractTarget says whether a target is one of the contract's; of a HAR, only entries with
 *     such a target or with a {@code Signature} header are read
 * @param files the other files that an input may name
 */
public record InputOptions(
    Optional<InputFormat> format, Predicate<Target> contractTarget, AllowedFiles files) {}
