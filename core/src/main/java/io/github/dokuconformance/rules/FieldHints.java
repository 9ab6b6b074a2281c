package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.SchemaViolation;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Closer hints than a keyword alone can give, for fields that people get wrong. */
final class FieldHints {
  private static final Pattern GROUPED = Pattern.compile("[0-9]{1,3}(?:[.,][0-9]{3})+");
  private static final Pattern DECIMALS = Pattern.compile("[0-9]+[.,][0-9]{1,2}");

  private static final Pattern BOOLEAN = Pattern.compile("(?i:true|false)");
  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?");
  private static final Set<String> NUMERIC = Set.of("a number", "an integer");

  private FieldHints() {}

  static String hint(SchemaViolation violation, JsonNode value, String otherwise) {
    String field = violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1);
    String hint =
        switch (violation.keyword()) {
          case "pattern" -> ofText(field, value.asString(""));
          case "type" -> value.isString() ? ofText(violation, value) : ofType(field, value);
          default -> "";
        };
    return hint.isEmpty() ? withMeaning(violation, otherwise) : hint;
  }

  static String withMeaning(SchemaViolation violation, String hint) {
    return violation.meaning().isEmpty()
        ? hint
        : hint + " The contract says of it: " + violation.meaning();
  }

  private static String ofText(String field, String text) {
    return switch (field) {
      case "phone" -> phone(text);
      case "amount", "price" -> amount(text);
      case "callback_url", "override_notification_url" -> url(text);
      default -> "";
    };
  }

  /** A boolean or a number that was put into quotes. */
  private static String ofText(SchemaViolation violation, JsonNode value) {
    String text = value.asString("");
    if (violation.wanted().equals("a boolean") && BOOLEAN.matcher(text).matches()) {
      return "Send true or false without quotes: as a text, \"false\" counts as true in many"
          + " languages.";
    }
    return NUMERIC.contains(violation.wanted()) && NUMBER.matcher(text).matches()
        ? "Send the number without quotes."
        : "";
  }

  private static String ofType(String field, JsonNode value) {
    if (!value.isNumber()) {
      return "";
    }
    return switch (field) {
      case "amount", "price" ->
          "Rupiah have no decimals: round before you add up, and send an integer.";
      case "phone" -> "Send the number as a string of digits.";
      default -> "";
    };
  }

  private static String phone(String text) {
    if (text.startsWith("+")) {
      return "Leave out the plus sign: 6281122334455.";
    }
    if (text.startsWith("0")) {
      return "Put the calling code in place of the leading 0: 62811… for 0811…";
    }
    return "Send digits only, without spaces, dashes, brackets or line ends: 6281122334455.";
  }

  private static String amount(String text) {
    if (GROUPED.matcher(text).matches()) {
      return "Leave out the thousands separators: 90000, not 90.000.";
    }
    return DECIMALS.matcher(text).matches()
        ? "Rupiah have no decimals: send the integer alone."
        : "Send digits only, without currency, sign or leading 0: 90000.";
  }

  private static String url(String text) {
    return text.regionMatches(true, 0, "http://", 0, 7)
            || text.regionMatches(true, 0, "https://", 0, 8)
        ? "Percent-encode spaces and non-ASCII characters, and name the host."
        : "Send the whole URL with scheme and host, for example https://merchant.example/return.";
  }
}
