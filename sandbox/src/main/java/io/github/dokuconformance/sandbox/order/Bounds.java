package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.contract.AmountType;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What may be paid for an order.
 *
 * @param closed whether nothing may
 * @param least the payer may choose; 0 where nothing says
 * @param most the payer may choose; 0 where nothing says
 */
public record Bounds(boolean closed, long least, long most) {
  static final Bounds NONE = new Bounds(false, 0, 0);
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,16}(?:[.][0-9]{1,16})?");

  static Bounds of(Call call, AnswerTemplate template) {
    return of(
        template.closedIf().map(condition -> condition.holds(call.json())).orElse(false),
        call::text);
  }

  /** Returns those of what a message says, by its meaning; a fixed amount has no limits. */
  static Bounds of(boolean closed, Function<Meaning, String> said) {
    return AmountType.isByThePayer(said.apply(Meaning.AMOUNT_TYPE))
        ? new Bounds(
            closed, rupiah(said.apply(Meaning.MIN_AMOUNT)), rupiah(said.apply(Meaning.MAX_AMOUNT)))
        : new Bounds(closed, 0, 0);
  }

  private static long rupiah(String text) {
    return AMOUNT.matcher(text).matches() ? new BigDecimal(text).longValue() : 0;
  }

  /** Tells whether the payer chooses within limits. */
  boolean areLimits() {
    return least > 0 || most > 0;
  }

  /** Returns what was wanted and what came, where so much can't be paid. */
  Optional<String> refusal(long amount) {
    if (closed) {
      return Optional.of("expected an order that can be paid, got one that its merchant closed");
    }
    boolean within = amount >= least && (most == 0 || amount <= most);
    return within
        ? Optional.empty()
        : Optional.of(
            "expected an amount of at least "
                + least
                + (most == 0 ? "" : " and at most " + most)
                + " rupiah, got "
                + amount);
  }
}
