/**
 * A local, stateful DOKU for merchants' clients in any language: it judges each call by the same
 * check as recordings, answers as DOKU does, and lies on request.
 *
 * <p>Start with {@link io.github.dokuconformance.sandbox.Sandbox}.
 */
@NullMarked
package io.github.dokuconformance.sandbox;

import org.jspecify.annotations.NullMarked;
