/**
 * What DOKU writes about an order, as data: templates of answers and notifications, by operation.
 *
 * <p>{@link io.github.dokuconformance.sandbox.answer.Answers} reads {@code answers.json} of a
 * contract; an {@link io.github.dokuconformance.sandbox.answer.AnswerTemplate} becomes a body with
 * the {@link io.github.dokuconformance.sandbox.answer.Values} of an order.
 */
@NullMarked
package io.github.dokuconformance.sandbox.answer;

import org.jspecify.annotations.NullMarked;
