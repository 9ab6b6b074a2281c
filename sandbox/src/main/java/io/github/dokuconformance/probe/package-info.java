/**
 * Genuine and hostile notifications for a merchant's endpoint, and what its answers show.
 *
 * <p>{@link io.github.dokuconformance.probe.ProbeCatalogue} is the data, {@link
 * io.github.dokuconformance.probe.ProbeRun} sends it, {@link
 * io.github.dokuconformance.probe.Grading} judges, and nothing else does I/O but {@link
 * io.github.dokuconformance.probe.HttpEndpoint} and {@link
 * io.github.dokuconformance.probe.EffectUrl}.
 */
@NullMarked
package io.github.dokuconformance.probe;

import org.jspecify.annotations.NullMarked;
