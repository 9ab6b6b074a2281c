/**
 * Readers of what a developer has at hand: raw HTTP, HAR, a curl command, exchange JSON, logs.
 *
 * <pre>
 * recognition.Inputs ──► what is it?
 *    │
 *    └─► InputSource ──► PendingExchange ──parse()──► Exchange
 *          (.http .har .curl .postman .loose, JSON in .recognition)
 * </pre>
 *
 * <p>Three words: an <em>input</em> is a file or standard input, a {@link
 * io.github.dokuconformance.cli.input.PendingExchange} is one of its exchanges before its bytes
 * were understood, which any thread may do, and an {@link
 * io.github.dokuconformance.cli.input.InputException} says with file, line and reason what can't be
 * read. What comes may be hostile: every reader is bounded in bytes, and opens no file that the
 * user did not allow.
 */
@NullMarked
package io.github.dokuconformance.cli.input;

import org.jspecify.annotations.NullMarked;
