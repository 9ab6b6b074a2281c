/**
 * The contract: operations, and the schemas that bodies are held against.
 *
 * <p>All of it is data. {@link io.github.dokuconformance.contract.Contract} reads an OpenAPI
 * document (the bundled one, and perhaps one of a folder beside it), whose operations say under
 * {@code x-doku} what they are and where things stand:
 *
 * <pre>
 * openapi.json ──► OpenApi ──► Operation: channel, Role, scheme, who signs
 *                                 ├─ Pointer by Meaning: "the amount is at /order/amount"
 *                                 ├─ Echo, unique, asOrdered, off: what rules hold, and do not
 *                                 └─ paths of schemas ──► SchemaCheck ──► SchemaViolation
 * contradictions.json ──► Contradiction, shown by a Showing
 * </pre>
 *
 * <p>Three words: a <em>role</em> is what an operation is in the life of a payment, a
 * <em>meaning</em> is what a value is, and a <em>pointer</em> is where it stands. Rules, sandbox
 * and probes ask for these, and never for an operation's id.
 */
@NullMarked
package io.github.dokuconformance.contract;

import org.jspecify.annotations.NullMarked;
