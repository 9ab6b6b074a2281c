package io.github.dokuconformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Samples;
import io.github.dokuconformance.contract.SchemaViolation;
import io.github.dokuconformance.finding.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.StringNode;

/** A closer hint is given only for what was really done; words that tell the hints apart. */
class FieldHintsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a boolean  | true  | without quotes",
        "a boolean  | FALSE | without quotes",
        "a boolean  | yes   | OTHERWISE",
        "a boolean  | 1     | OTHERWISE",
        "a number   | 60    | number without quotes",
        "an integer | 60    | number without quotes",
        "an integer | 060   | OTHERWISE",
        "a string   | 60    | OTHERWISE",
        "a number   | sixty | OTHERWISE"
      })
  void tellsABooleanOrNumberInQuotes(String wanted, String value, String word) {
    SchemaViolation violation =
        new SchemaViolation("type", "/a/b", wanted, "", "", Source.assumed("a test"));

    String hint = FieldHints.hint(violation, StringNode.valueOf(value), "OTHERWISE");

    assertThat(hint).contains(word);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '|',
      value = {
        "phone     | pattern   | +62811        | plus",
        "phone     | pattern   | 0811          | leading 0",
        "phone     | pattern   | 62 811        | digits only",
        "phone     | maxLength | +628112233445 | OTHERWISE",
        "phone     | pattern   | ''            | digits only",
        "amount    | pattern   | 90.000        | thousands",
        "amount    | pattern   | 1,250,000     | thousands",
        "amount    | pattern   | 90000.00      | decimals",
        "amount    | pattern   | Rp90000       | digits only",
        "amount    | maxLength | 9000000000000 | OTHERWISE",
        "quantity  | pattern   | 1.5           | OTHERWISE",
        "callback_url | pattern | merchant.example | whole URL",
        "callback_url | pattern | https://a b   | Percent-encode",
        "callback_url | required | ''           | OTHERWISE",
        "name      | maxLength | x             | OTHERWISE"
      })
  void fitsTheViolation(String field, String keyword, String value, String word) {
    SchemaViolation violation =
        new SchemaViolation(keyword, "/a/" + field, "", "", "", Source.assumed("a test"));

    String hint = FieldHints.hint(violation, StringNode.valueOf(value), "OTHERWISE");

    assertThat(hint).containsIgnoringCase(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount   | 1.5   | round before you add up",
        "price    | 1.5   | round before you add up",
        "phone    | 62811 | string of digits",
        "quantity | 1.5   | OTHERWISE",
        "amount   | true  | OTHERWISE",
        "phone    | {}    | OTHERWISE"
      })
  void fitsAValueOfAnotherType(String field, String value, String word) {
    SchemaViolation violation =
        new SchemaViolation("type", "/a/" + field, "", "", "", Source.assumed("a test"));

    assertThat(FieldHints.hint(violation, Samples.parse(value), "OTHERWISE")).contains(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name  | OTHERWISE The contract says of it: As on the card.",
        "phone | Leave out the plus sign: 6281122334455."
      })
  void endsInWhatTheContractSaysWhereNothingCloserIsKnown(String field, String hint) {
    SchemaViolation violation =
        new SchemaViolation(
            "pattern", "/" + field, "", "", "As on the card.", Source.assumed("a test"));

    assertThat(FieldHints.hint(violation, StringNode.valueOf("+1"), "OTHERWISE")).isEqualTo(hint);
  }
}
