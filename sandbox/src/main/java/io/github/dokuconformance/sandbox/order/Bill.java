package io.github.dokuconformance.sandbox.order;

import java.time.Duration;

/**
 * What there is to pay, as a merchant told it when it was asked.
 *
 * @param channel by which it was asked
 * @param method by which the customer pays
 * @param amount 0 where the payer decides
 * @param life for how long it can be paid
 */
public record Bill(
    String channel, String method, String invoiceNumber, long amount, Duration life) {}
