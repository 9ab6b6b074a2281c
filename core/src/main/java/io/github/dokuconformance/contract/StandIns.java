package io.github.dokuconformance.contract;

import java.math.BigDecimal;
import java.util.Map;
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
    if (value instanceof ObjectNode object) {
      return in(object);
    }
    if (value instanceof ArrayNode array) {
      return in(array);
    }
    return value instanceof DecimalNode number ? in(number) : value;
  }

  private static JsonNode in(ObjectNode object) {
    ObjectNode copy = null;
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      JsonNode put = in(member.getValue());
      if (put != member.getValue()) {
        if (copy == null) {
          copy = JsonNodeFactory.instance.objectNode().setAll(object);
        }
        copy.set(member.getKey(), put);
      }
    }
    return copy == null ? object : copy;
  }

  private static JsonNode in(ArrayNode array) {
    ArrayNode copy = null;
    for (int i = 0; i < array.size(); i++) {
      JsonNode put = in(array.get(i));
      if (put != array.get(i)) {
        if (copy == null) {
          copy = JsonNodeFactory.instance.arrayNode().addAll(array);
        }
        copy.set(i, put);
      }
    }
    return copy == null ? array : copy;
  }

  private static JsonNode in(DecimalNode number) {
    BigDecimal value = number.decimalValue();
    if (value.abs().compareTo(LARGEST) < 0) {
      return number;
    }
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    BigDecimal large = whole ? LARGEST : LARGE_FRACTION;
    BigDecimal signed = value.signum() < 0 ? large.negate() : large;
    return whole ? LongNode.valueOf(signed.longValueExact()) : DecimalNode.valueOf(signed);
  }
}
