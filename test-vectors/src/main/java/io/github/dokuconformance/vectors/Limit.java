package io.github.dokuconformance.vectors;

import java.math.BigDecimal;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A constraint that a number bounds: a length, a count of items or a value. */
record Limit(String keyword, BigDecimal bound) {
  /** The keywords, and whether what is beyond the bound is more. */
  private static final Map<String, Boolean> UPPER =
      Map.of(
          "maxLength", true,
          "minLength", false,
          "maxItems", true,
          "minItems", false,
          "maximum", true,
          "minimum", false);

  static boolean isOne(JsonNode constraint) {
    return UPPER.containsKey(constraint.required("keyword").stringValue())
        && constraint.path("value").isNumber();
  }

  static Limit of(JsonNode constraint) {
    return new Limit(
        constraint.required("keyword").stringValue(), constraint.required("value").decimalValue());
  }

  boolean isReachedBy(JsonNode value) {
    return counts(value) && measure(value).compareTo(bound) == 0;
  }

  /** Tells whether a value is beyond by one: by less there may be, but not of what is counted. */
  boolean isJustBrokenBy(JsonNode value) {
    boolean upper = Boolean.TRUE.equals(UPPER.get(keyword));
    BigDecimal next = upper ? bound.add(BigDecimal.ONE) : bound.subtract(BigDecimal.ONE);
    return counts(value) && measure(value).compareTo(next) == 0;
  }

  private boolean counts(JsonNode value) {
    return keyword.endsWith("Length")
        ? value.isString()
        : keyword.endsWith("Items") ? value.isArray() : value.isNumber();
  }

  private BigDecimal measure(JsonNode value) {
    if (value.isString()) {
      String text = value.stringValue();
      return BigDecimal.valueOf(text.codePointCount(0, text.length()));
    }
    return value.isArray() ? BigDecimal.valueOf(value.size()) : value.decimalValue();
  }

  @Override
  public String toString() {
    return bound.toPlainString();
  }
}
