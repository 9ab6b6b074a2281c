/**
 * A run that was checked in parts, by many machines: its results in files, from which the reports
 * of {@code check} are made.
 *
 * <pre>
 *   run.json             the summary: inputs, parts, counts, verdict
 *   results-000000.jsonl what each exchange of the first part came to, a line each
 *   findings-00000.jsonl what only the whole run shows, by the exchange's number
 *   diagnoses.jsonl      what explains wrong signatures, by the exchange's number
 * </pre>
 */
@NullMarked
package io.github.dokuconformance.cli.stored;

import org.jspecify.annotations.NullMarked;
