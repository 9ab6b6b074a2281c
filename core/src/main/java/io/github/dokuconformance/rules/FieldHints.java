package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.SchemaViolation;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Closer hints than a keyword alone can give, for fields that people get wrong. */
final class FieldHints {
  private static final Pattern TAIL_OF_ZEROS = Pattern.compile("[0-9]+\\.0+");

  private FieldHints() {}

  static String hint(SchemaViolation violation, JsonNode value, String otherwise) {
    String field = violation.pointer().substring(violation.pointer().lastIndexOf('/') + 1);
    String hint =
        switch (field) {
          case "phone" -> value.isString() ? phone(value.asString()) : "";
          case "amount", "price", "quantity" -> number(value);
          case "callback_url", "override_notification_url" ->
              "Send the whole URL with scheme and host, for example"
                  + " https://merchant.example/return.";
          default -> "";
        };
    if (!hint.isEmpty()) {
      return hint;
    }
    return violation.meaning().isEmpty() ? otherwise : otherwise + " " + violation.meaning();
  }

  private static String phone(String text) {
    if (text.startsWith("+")) {
      return "Leave out the plus sign: 6281122334455.";
    }
    if (text.startsWith("0")) {
      return "Put the calling code in place of the leading 0: 62811… for 0811…";
    }
    if (text.chars().anyMatch(c -> c < '0' || c > '9')) {
      return "Send digits only, without spaces, dashes or brackets: 6281122334455.";
    }
    return "";
  }

  private static String number(JsonNode value) {
    if (value.isString() && TAIL_OF_ZEROS.matcher(value.asString()).matches()) {
      return "Rupiah have no decimals: send the integer alone.";
    }
    if (value.isNumber() && !value.isIntegralNumber()) {
      return "Rupiah have no decimals: round before you add up, and send an integer.";
    }
    return "";
  }
}
