/**
 * Turns results into the forms of a report; the only place where findings become prose.
 *
 * <pre>
 * CheckResult ──Presenter──► ReportedExchange ──► ExchangeReport, one for each ReportFormat
 *                                                  Text, Json, Junit, Sarif, Markdown, Html, Github
 * RunProblem, counts ──► Summary ────────────────► its end
 * </pre>
 *
 * <p>A report is written as the run goes, in the order of the input; what has to wait for the end
 * waits on disk. Whatever comes from a message is escaped for the form, and known secrets never
 * reach one.
 */
@NullMarked
package io.github.dokuconformance.cli.report;

import org.jspecify.annotations.NullMarked;
