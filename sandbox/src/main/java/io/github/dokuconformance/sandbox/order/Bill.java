package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.contract.Meaning;
import java.time.Duration;
import java.util.function.Function;

/**
 * What there is to pay, as a merchant told it when it was asked.
 *
 * @param channel by which it was asked
 * @param method by which the customer pays
 * @param amount 0 where the payer decides
 * @param life for how long it can be paid
 * @param said what else the answer says, by its meaning; empty where it does not
 */
public record Bill(
    String channel,
    String method,
    String invoiceNumber,
    long amount,
    Duration life,
    Function<Meaning, String> said) {}
