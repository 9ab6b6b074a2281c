/**
 * The commands of {@code doku-conformance}, one class each, and what several of them share.
 *
 * <pre>
 * Main ──► a command ◄── Env: streams, variables, clock, schemes, masks
 *            │  options: SecretOptions, ReadingOptions, ReportOptions, ServerOptions …
 *            │
 *            ├─ check, explain:   input ──► CheckRun, OrderedWork ──► Presenter ──► Reports
 *            ├─ report:           StoredRun ──► Presenter ──► Reports
 *            ├─ sandbox, proxy:   ServedRun: a server until its client's command ends
 *            ├─ notify:           ProbeSelection ──► a run of probes
 *            └─ sign, contract, vectors, curl
 *            ▼
 *          ExitCode
 * </pre>
 *
 * <p>A command is given everything, so that a test can stand in for it: it prints data to {@code
 * out}, talk to {@code err}, and returns an {@code ExitCode}. What it knows of secrets is masked in
 * both.
 */
@NullMarked
package io.github.dokuconformance.cli;

import org.jspecify.annotations.NullMarked;
