package io.github.dokuconformance.message.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
  @Test
  void goesThroughObjectsAndLists() throws JsonInputException {
    JsonCursor json = over("{\"a\":[1,2.5,null],\"b\":{\"c\":true},\"d\":\"é\",\"e\":false}");

    json.enterObject();
    assertThat(json.nextMember()).isEqualTo("a");
    assertThat(json.isArray()).isTrue();
    json.enterArray();
    assertThat(json.nextElement()).isTrue();
    assertThat(json.isNumber()).isTrue();
    assertThat(json.isWholeNumber()).isTrue();
    assertThat(json.integer(1, 1)).isEqualTo(1);
    assertThat(json.nextElement()).isTrue();
    assertThat(json.isNumber()).isTrue();
    assertThat(json.isWholeNumber()).isFalse();
    assertThat(json.isNull()).isFalse();
    assertThat(json.nextElement()).isTrue();
    assertThat(json.isNull()).isTrue();
    assertThat(json.isNumber()).isFalse();
    assertThat(json.nextElement()).isFalse();
    assertThat(json.nextMember()).isEqualTo("b");
    assertThat(json.isObject()).isTrue();
    assertThat(json.isArray()).isFalse();
    json.enterObject();
    assertThat(json.nextMember()).isEqualTo("c");
    assertThat(json.truth()).isTrue();
    assertThat(json.nextMember()).isNull();
    assertThat(json.nextMember()).isEqualTo("d");
    assertThat(json.isString()).isTrue();
    assertThat(json.isObject()).isFalse();
    assertThat(json.string()).isEqualTo("é");
    assertThat(json.nextMember()).isEqualTo("e");
    assertThat(json.isString()).isFalse();
    assertThat(json.truth()).isFalse();
    assertThat(json.nextMember()).isNull();
    json.requireEnd();
  }

  @Test
  void goesOnAfterAValueThatIsNotWhatWasWanted() throws JsonInputException {
    JsonCursor json = over("[{\"a\":{\"b\":[1]}},2]");
    json.enterArray();
    json.nextElement();
    int depth = json.depth();
    json.enterObject();
    json.nextMember();
    json.enterObject();
    json.nextMember();

    assertThat(depth).isEqualTo(2);
    assertThat(json.depth()).isEqualTo(4);
    refused(json::string, "1:12: expected a string, got an array (at /0/a/b)");
    json.leaveTo(depth - 1);

    assertThat(json.depth()).isEqualTo(1);
    assertThat(json.nextElement()).isTrue();
    assertThat(json.wholeNumber(2, 2)).isEqualTo(2);
  }

  @Test
  void doesNotGoOnWhereTheTextIsNoJson() throws JsonInputException {
    JsonCursor json = over("[{\"a\":x},2]");
    json.enterArray();
    json.nextElement();
    json.enterObject();

    String message = "1:8: not JSON: Unrecognized token 'x'";
    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(json::nextMember)
        .withMessageStartingWith(message);
    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(() -> json.leaveTo(1))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "{},an object",
    "[],an array",
    "\"\",a string",
    "1,a number",
    "1.5,a number",
    "null,null"
  })
  void saysWhatCameWhereAnotherValueIsWanted(String value, String got) throws JsonInputException {
    refused(() -> over(value).truth(), "1:1: expected true or false, got " + got);
  }

  @ParameterizedTest
  @CsvSource({"2,2", "-3,-3", "7,7"})
  void takesAWholeNumberWithinItsBounds(String text, long value) throws JsonInputException {
    assertThat(over(text).wholeNumber(-3, 7)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"8,8", "-4,-4", "99999999999999999999,a longer one", "1.0,a number"})
  void refusesOtherNumbers(String text, String got) {
    refused(
        () -> over(text).wholeNumber(-3, 7),
        "1:1: expected a whole number from -3 to 7, got " + got);
  }

  @ParameterizedTest
  @MethodSource
  void saysWhichLimitIsPassed(String text, String reason) {
    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(() -> over(text).skip())
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  static Stream<Arguments> saysWhichLimitIsPassed() {
    return Stream.of(
        argumentSet("depth", "[".repeat(1001), "the JSON is nested deeper than 1000"),
        argumentSet(
            "number",
            "[" + "9".repeat(1001) + "]",
            "expected at most 1000 characters in one number, got more"),
        argumentSet(
            "fraction",
            "[0." + "9".repeat(1001) + "]",
            "expected at most 1000 characters in one number, got more"),
        argumentSet(
            "name",
            "{\"" + "a".repeat(50_001) + "\":1}",
            "expected at most 50000 characters in one name, got more"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deep", "number", "name"})
  void takesWhatReachesALimit(String what) throws JsonInputException {
    String text =
        switch (what) {
          case "deep" -> "[".repeat(1000) + "]".repeat(1000);
          case "number" -> "[" + "9".repeat(1000) + "]";
          default -> "{\"" + "a".repeat(50_000) + "\":1}";
        };
    JsonCursor json = over(text);

    json.skip();
    json.requireEnd();
  }

  @Test
  void refusesAStringThatIsTooLong() throws JsonInputException {
    JsonCursor json = over("\"" + "a".repeat((14 << 20) + 1) + "\"");

    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(json::string)
        .satisfies(
            refusal ->
                assertThat(refusal.reason())
                    .isEqualTo("expected at most 14680064 characters in one string, got more"));
  }

  @Test
  void saysWhereTheTextIsNotWhatJsonIs() {
    refused(
        () -> over("{\"a\":1,\n \"a\":2}").skip(),
        "2:5: expected each member once, got another \"a\" (at /a)");
    refused(() -> over("{\"a\":").skip(), "1:6: the JSON ends in the middle (at /a)");
    refused(() -> over("{\"a\":\"\u00ff\"}").skip(), "1:7: expected UTF-8, got byte 0xFF (at /a)");
    refused(
        () -> over("1 2").requireEnd(), "1:3: expected the end after the JSON value, got a number");
    refused(() -> over("").string(), "1:1: expected a string, got nothing");
  }

  @Test
  void readsAStreamOfAnyLength() throws JsonInputException {
    String text = "[" + "\"é😀\", ".repeat(5_000) + "1]";
    JsonCursor json = JsonCursor.over(new ByteArrayInputStream(text.getBytes(UTF_8)));
    json.enterArray();
    for (int i = 0; i < 5_000; i++) {
      assertThat(json.nextElement()).isTrue();
      assertThat(json.string()).isEqualTo("é😀");
    }

    assertThat(json.nextElement()).isTrue();
    assertThat(json.integer(1, 1)).isEqualTo(1);
    assertThat(json.nextElement()).isFalse();
    json.requireEnd();
  }

  private static JsonCursor over(String text) throws JsonInputException {
    return JsonCursor.over(
        text.contains("\u00ff") ? text.getBytes(ISO_8859_1) : text.getBytes(UTF_8));
  }

  private static void refused(ThrowingCallable read, String message) {
    assertThatExceptionOfType(JsonInputException.class).isThrownBy(read).withMessage(message);
  }
}
