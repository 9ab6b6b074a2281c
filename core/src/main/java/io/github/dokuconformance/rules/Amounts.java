package io.github.dokuconformance.rules;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads amounts exactly, as a JSON number or as a string of digits, with decimals or without. */
final class Amounts {
  private static final int LONGEST = 32;
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?");

  private Amounts() {}

  static Optional<BigDecimal> read(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      // A number such as 1e1000000 is no amount, and arithmetic with it would not end.
      return Math.abs((long) number.scale()) + number.precision() > LONGEST
          ? Optional.empty()
          : Optional.of(number);
    }
    if (value.isString()
        && value.asString().length() <= LONGEST
        && DECIMAL.matcher(value.asString()).matches()) {
      return Optional.of(new BigDecimal(value.asString()));
    }
    return Optional.empty();
  }

  /** Returns the value as people write it: {@code 90000}, never {@code 9E+4}. */
  static String show(BigDecimal amount) {
    return amount.toPlainString();
  }
}
