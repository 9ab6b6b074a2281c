package io.github.dokuconformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Samples;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "90000,90000",
    "90000.00,90000.00",
    "9e4,90000",
    "-1.5,-1.5",
    "\"90000\",90000",
    "\"90000.00\",90000.00",
    "\"-1\",-1",
    "1e31,10000000000000000000000000000000",
    "12345678901234567890123456789012,12345678901234567890123456789012",
    "\"12345678901234567890123456789012\",12345678901234567890123456789012"
  })
  void areReadExactlyAndShownAsPeopleWriteThem(String json, String shown) {
    assertThat(Amounts.read(Samples.parse(json)).map(Amounts::show)).hasValue(shown);
  }

  /** Arithmetic with a number of a billion digits would not end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e32",
        "1e1000000000",
        "1e-1000000000",
        "123456789012345678901234567890123",
        "\"123456789012345678901234567890123\"",
        "\"9e4\"",
        "\"+1\"",
        "\"1.\"",
        "\" 1\"",
        "\"\"",
        "true",
        "null",
        "[]"
      })
  void areNothingElse(String json) {
    assertThat(Amounts.read(Samples.parse(json))).isEmpty();
  }
}
