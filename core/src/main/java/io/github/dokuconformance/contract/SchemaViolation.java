package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Source;

/**
 * A value that breaks one keyword of a schema.
 *
 * @param keyword the JSON Schema keyword, for example {@code maxLength}
 * @param pointer where in the body; for {@code required}, where the missing member would be
 * @param wanted what the keyword demands, as a phrase
 * @param got what stands there, as a phrase
 * @param meaning the schema's description of the value
 */
public record SchemaViolation(
    String keyword, String pointer, String wanted, String got, String meaning, Source source) {}
