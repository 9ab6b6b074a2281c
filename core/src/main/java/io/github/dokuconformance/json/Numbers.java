package io.github.dokuconformance.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.DecimalNode;

/** JSON numbers without loss. */
final class Numbers {
  /** So many decimal digits survive any way through a double. */
  static final int EXACT_DIGITS = 15;

  private Numbers() {}

  /** Returns the number, or nothing where its exponent is beyond that of a {@link BigDecimal}. */
  static Optional<JsonNode> exact(String text, boolean integer) {
    try {
      return Optional.of(
          integer
              ? BigIntegerNode.valueOf(new BigInteger(text))
              : DecimalNode.valueOf(new BigDecimal(text)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Tells whether the double nearest to a number, rounded to as many digits, is the number. */
  static boolean survivesDouble(String text, JsonNode number) {
    BigDecimal exact = number.decimalValue();
    double nearest = Double.parseDouble(text);
    if (exact.signum() == 0 || Double.isInfinite(nearest)) {
      return exact.signum() == 0;
    }
    // Not by Double.toString: before Java 19 it prints more digits than a double needs.
    MathContext digits = new MathContext(exact.stripTrailingZeros().precision());
    return new BigDecimal(nearest).round(digits).compareTo(exact) == 0;
  }
}
