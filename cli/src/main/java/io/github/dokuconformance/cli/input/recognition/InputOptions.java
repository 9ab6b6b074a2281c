package io.github.dokuconformance.cli.input.recognition;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.message.Target;
import java.nio.file.Path;
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
 * @param target the path, or method and path, of requests that say none
 * @param environment the file with the values of a Postman collection's variables
 */
public record InputOptions(
    Optional<InputFormat> format,
    Predicate<Target> contractTarget,
    AllowedFiles files,
    Optional<String> target,
    Optional<Path> environment) {}
