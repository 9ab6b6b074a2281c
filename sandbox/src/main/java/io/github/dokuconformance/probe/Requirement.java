package io.github.dokuconformance.probe;

import io.github.dokuconformance.finding.Source;

/**
 * One entry of the catalogue, in words.
 *
 * @param id stable: users select and suppress by it
 * @param subject what is sent, or for a requirement on the whole run what is looked at
 * @param expected what has to come of it
 * @param why what it costs the merchant when it does not
 * @param next what to do then
 */
public record Requirement(
    String id,
    Level level,
    String subject,
    String expected,
    String why,
    String next,
    Source source) {}
