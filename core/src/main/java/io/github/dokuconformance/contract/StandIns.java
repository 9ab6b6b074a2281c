package io.github.dokuconformance.contract;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts another number in place of each decimal that is too large for the validator, which throws on
 * {@code 1e19}: one of the same sign and as whole, and beyond every limit of the contract as well.
 */
final class StandIns {
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);
  private static final BigDecimal LARGE_FRACTION = new BigDecimal("100000000000000000.5");

  private StandIns() {}

  /** Returns the value itself where it holds no such number. */
  static JsonNode in(JsonNode value) {
    return holdsLarge(value) ? copy(value) : value;
  }

  private static boolean holdsLarge(JsonNode value) {
    return value instanceof DecimalNode number
        ? isLarge(number.decimalValue())
        : value.valueStream().anyMatch(StandIns::holdsLarge);
  }

  private static boolean isLarge(BigDecimal value) {
    return value.abs().compareTo(LARGEST) >= 0;
  }

  private static JsonNode copy(JsonNode value) {
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(member -> object.set(member.getKey(), copy(member.getValue())));
      return object;
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> array.add(copy(item)));
      return array;
    }
    return value instanceof DecimalNode number ? in(number) : value;
  }

  private static JsonNode in(DecimalNode number) {
    BigDecimal value = number.decimalValue();
    if (!isLarge(value)) {
      return number;
    }
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    BigDecimal large = whole ? LARGEST : LARGE_FRACTION;
    BigDecimal signed = value.signum() < 0 ? large.negate() : large;
    return whole ? LongNode.valueOf(signed.longValueExact()) : DecimalNode.valueOf(signed);
  }
}
