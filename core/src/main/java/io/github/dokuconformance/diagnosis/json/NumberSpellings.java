package io.github.dokuconformance.diagnosis.json;

import static java.math.RoundingMode.HALF_EVEN;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.UnaryOperator;

/** How runtimes spell a JSON number after they read it; each takes and gives the number's text. */
public final class NumberSpellings {
  private static final BigInteger LONG_MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private NumberSpellings() {}

  /**
   * Applies a spelling, but leaves numbers alone that no sender means and that would take long:
   * over 400 characters, or too large for a double.
   */
  static String spell(String raw, UnaryOperator<String> spelling) {
    boolean tame = raw.length() <= 400 && Double.isFinite(Double.parseDouble(raw));
    return tame && new BigDecimal(raw).scale() < 400 ? spelling.apply(raw) : raw;
  }

  /** Every number is a double; an exponent from 1e21 up and below 1e-6. */
  public static String javaScript(String raw) {
    double value = Double.parseDouble(raw);
    return value == 0 ? "0" : scientificOutside(Decimal.of(value), -7, 21, "", 1);
  }

  /** Integers keep their digits; floats as {@code repr} has them. */
  public static String python(String raw) {
    if (isInteger(raw)) {
      return raw.equals("-0") ? "0" : raw;
    }
    Decimal decimal = Decimal.of(Double.parseDouble(raw));
    String text = scientificOutside(decimal, -5, 16, "", 2);
    return text.contains("e") || text.contains(".") ? text : text + ".0";
  }

  /** 64-bit integers keep their digits; floats lose a zero fraction. */
  public static String php(String raw) {
    if (isInteger(raw) && fitsLong(raw)) {
      return raw.equals("-0") ? "0" : raw;
    }
    return scientificOutside(Decimal.of(Double.parseDouble(raw)), -5, 17, ".0", 1);
  }

  /** As {@link #php} with {@code JSON_PRESERVE_ZERO_FRACTION}. */
  public static String phpZeroFraction(String raw) {
    String text = php(raw);
    boolean isFloat = !isInteger(raw) || !fitsLong(raw);
    return isFloat && isInteger(text) ? text + ".0" : text;
  }

  /** Every number is a float64, spelt as {@code encoding/json} does. */
  public static String go(String raw) {
    return scientificOutside(Decimal.of(Double.parseDouble(raw)), -7, 21, "", 1);
  }

  /** Every number is a Java double: {@code 90000.0}, {@code 1.5E8}. */
  public static String javaDouble(String raw) {
    return Double.toString(Double.parseDouble(raw));
  }

  /** Integers keep their digits; others are Java doubles. */
  public static String javaTyped(String raw) {
    if (isInteger(raw)) {
      return raw.equals("-0") ? "0" : raw;
    }
    return javaDouble(raw);
  }

  /** With exactly so many decimals: {@code 90000.00}. */
  public static String decimals(String raw, int scale) {
    return new BigDecimal(raw).setScale(scale, HALF_EVEN).toPlainString();
  }

  /** Without a fraction of zeros. */
  public static String plain(String raw) {
    String text = new BigDecimal(raw).stripTrailingZeros().toPlainString();
    return raw.startsWith("-") && text.equals("0") ? "-0" : text;
  }

  /** As {@code BigDecimal.stripTrailingZeros()} prints: {@code 9E+4}. */
  public static String stripped(String raw) {
    return new BigDecimal(raw).stripTrailingZeros().toString();
  }

  static boolean isInteger(String raw) {
    return raw.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
  }

  private static boolean fitsLong(String raw) {
    BigInteger value = new BigInteger(raw);
    return value.compareTo(LONG_MIN) >= 0 && value.compareTo(LONG_MAX) <= 0;
  }

  /**
   * Writes digits plainly while the decimal exponent lies between the bounds (both outside), and
   * with an exponent of at least so many digits otherwise.
   */
  private static String scientificOutside(
      Decimal decimal, int below, int from, String oneDigitFraction, int exponentDigits) {
    int exponent = decimal.exponent;
    String sign = decimal.negative ? "-" : "";
    if (exponent > below && exponent < from) {
      return sign + decimal.plain();
    }
    String digits = decimal.digits;
    String fraction = digits.length() == 1 ? oneDigitFraction : "." + digits.substring(1);
    String power = Integer.toString(Math.abs(exponent));
    return sign
        + digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, exponentDigits - power.length()))
        + power;
  }

  /** The shortest digits that mean the double, and the power of ten of the first one. */
  private record Decimal(boolean negative, String digits, int exponent) {
    static Decimal of(double value) {
      boolean negative = Double.compare(value, 0.0) < 0;
      if (value == 0) {
        return new Decimal(negative, "0", 0);
      }
      // Before JDK 19, Double.toString may give a digit too many (JDK-4511638).
      BigDecimal written = new BigDecimal(Double.toString(Math.abs(value)));
      int power = -written.scale();
      long number = written.unscaledValue().longValue();
      while (number % 10 == 0) {
        number /= 10;
        power++;
      }
      while (number >= 10) {
        long rest = number % 10;
        long shorter = number / 10;
        shorter += rest > 5 || (rest == 5 && shorter % 2 == 1) ? 1 : 0;
        if (Double.parseDouble(shorter + "E" + (power + 1)) != Math.abs(value)) {
          break;
        }
        number = shorter;
        power++;
        while (number % 10 == 0) {
          number /= 10;
          power++;
        }
      }
      String digits = Long.toString(number);
      return new Decimal(negative, digits, digits.length() - 1 + power);
    }

    String plain() {
      if (exponent < 0) {
        return "0." + "0".repeat(-exponent - 1) + digits;
      }
      if (digits.length() <= exponent + 1) {
        return digits + "0".repeat(exponent + 1 - digits.length());
      }
      return digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
    }
  }
}
