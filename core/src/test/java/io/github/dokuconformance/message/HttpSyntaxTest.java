package io.github.dokuconformance.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSyntaxTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/a/b?c=d", "/INV%201", "https://api.doku.com", "HTTP://h/p"})
  void takesOriginAndAbsoluteForm(String target) {
    assertThat(HttpSyntax.isTarget(target)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "a/b", "/a b", "/a\tb", "/a\n", "ws://h/p", "h:443", "/\ud83d"})
  void refusesOtherTargets(String target) {
    assertThat(HttpSyntax.isTarget(target)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "get", "X-1", "!"})
  void takesTokens(String method) {
    assertThat(HttpSyntax.isToken(method)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PO ST", "POST\n", "P(", "é"})
  void refusesOtherTokens(String method) {
    assertThat(HttpSyntax.isToken(method)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"123,0,3", "a123b,1,4", "a,0,0", "'',0,0", "1:/,0,1", "09,0,2", "12,2,2"})
  void digitsEndWhereOtherCharactersBegin(String text, int from, int end) {
    assertThat(HttpSyntax.digitsEnd(text, from)).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"0,true", "9,true", "'',false", "/,false", ":,false", "1a,false", "١,false"})
  void digitsAreThoseOfAscii(String text, boolean digits) {
    assertThat(HttpSyntax.isDigits(text)).isEqualTo(digits);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01,0,dddd-dd,true",
    "x2026-01y,1,dddd-dd,true",
    "2026-0,0,dddd-dd,false",
    "2026-0a,0,dddd-dd,false",
    "2026+01,0,dddd-dd,false",
    "2026-01,1,dddd-dd,false",
    "a,1,'',true"
  })
  void aShapeIsDigitsAndAllElseAsItIs(String text, int from, String shape, boolean there) {
    assertThat(HttpSyntax.hasShape(text, from, shape)).isEqualTo(there);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b\tc", "é😀"})
  void takesTheValuesThatAFieldCanHave(String value) {
    assertThat(HttpSyntax.isFieldValue(value)).isTrue();
    assertThat(HttpSyntax.isUnicode(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "a\ude00", "\ud83da", "\ude00\ud83d", "\ud83d\ude00\ud83d"})
  void refusesHalvesOfCharacters(String text) {
    assertThat(HttpSyntax.isFieldValue(text)).isFalse();
    assertThat(HttpSyntax.isUnicode(text)).isFalse();
  }
}
