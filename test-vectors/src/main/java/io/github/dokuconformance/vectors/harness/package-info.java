/**
 * Runs the vectors against an implementation, in this process or behind the adapter protocol, and
 * judges and reports what it answers.
 *
 * <pre>
 * VectorSuite ──Selection──► SuiteRun ──► Respondent: a ConformanceTarget, or an AdapterSession
 *                               │            │ AdapterProcess, Conversation, Messages
 *                               │            ▼
 *                               └─ Judge ◄── Answer
 *                                    │
 *                                  Verdict ──► CaseResult ──► RunReport ──► reports
 * </pre>
 *
 * <p>Three words: a <em>target</em> is an implementation on the JVM, an <em>adapter</em> is one in
 * a process of its own, and a <em>respondent</em> is either as a run sees it. {@link
 * io.github.dokuconformance.vectors.harness.ConformanceTests} makes a JUnit test of each case,
 * {@link io.github.dokuconformance.vectors.harness.StdioAdapter} an adapter of a target.
 */
@NullMarked
package io.github.dokuconformance.vectors.harness;

import org.jspecify.annotations.NullMarked;
