package io.github.dokuconformance.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
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
}
