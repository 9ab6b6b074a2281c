package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Source;
import java.util.Optional;

/**
 * A header that an operation's request carries beside those of its scheme.
 *
 * @param when what must be so of the body; empty where it is always needed
 */
public record NeededHeader(String name, Optional<Condition> when, Source source) {}
