/**
 * A local, stateful DOKU for merchants' clients in any language: it judges each call by the same
 * check as recordings, answers as DOKU does, and lies on request.
 *
 * <pre>
 * .http ──► Sandbox ──► Api: check ──► Refusals, or Call ──► .order: state, answer
 *              │                                                │ .answer: its template
 *              │                                   .fault: a lie, marked ──► signed, sent
 *              ├──► ControlApi, PaymentPages: what tests and people steer it with
 *              └──► .notification: told to the merchant's URL, and told again
 * Evidence: all of it, counted and judged as one run ──► SandboxSummary, SandboxListener
 * </pre>
 *
 * <p>Start with {@link io.github.dokuconformance.sandbox.Sandbox}. Three words: an <em>outcome</em>
 * is how a call of an operation can end, a <em>fault</em> is a lie or a breakdown that was armed,
 * and a <em>mark</em> is what stands in a lie, so that who repeats it is known to have believed it.
 */
@NullMarked
package io.github.dokuconformance.sandbox;

import org.jspecify.annotations.NullMarked;
