package io.github.dokuconformance.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderBlockTest {
  @Test
  void keepsOrderDuplicatesAndCase() {
    HeaderBlock block = new HeaderBlock();

    assertThat(block.add("b", "1")).isEmpty();
    assertThat(block.add("A", "2")).isEmpty();
    assertThat(block.add("B", "3")).isEmpty();

    assertThat(block.toHeaders()).isEqualTo(Headers.of("b", "1", "A", "2", "B", "3"));
  }

  @ParameterizedTest
  @MethodSource
  void takesWhatHttpCanCarry(String name, String value) {
    assertThat(new HeaderBlock().add(name, value)).isEmpty();
  }

  static Stream<Arguments> takesWhatHttpCanCarry() {
    return Stream.of(
        argumentSet("all marks of a token", "!#$%&'*+-.^_`|~aZ09", "x"),
        argumentSet("empty value", "Name", ""),
        argumentSet("tab in the value", "Name", "a\tb"),
        argumentSet("beyond ASCII", "Name", "Kopi ☕ 😀"));
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatHttpCannotCarry(String name, String value) {
    HeaderBlock block = new HeaderBlock();

    assertThat(block.add(name, value)).isPresent();

    assertThat(block.toHeaders()).isEqualTo(Headers.none());
  }

  static Stream<Arguments> refusesWhatHttpCannotCarry() {
    return Stream.of(
        argumentSet("empty name", "", "x"),
        argumentSet("space in the name", "Client Id", "x"),
        argumentSet("colon in the name", ":path", "x"),
        argumentSet("name beyond ASCII", "Clïent", "x"),
        argumentSet("line end", "Name", "a\r\nSet-Cookie: b"),
        argumentSet("NUL", "Name", "a\0"),
        argumentSet("delete", "Name", "a\u007f"),
        argumentSet("high half of a pair", "Name", "a\ud83d"),
        argumentSet("low half of a pair", "Name", "\ude00a"));
  }

  @Test
  void takesHeadersUpToTheLimitAndNoByteMore() {
    int room = MessageLimits.HEADER_BYTES - "N: \r\n".length();

    assertThat(new HeaderBlock().add("N", "x".repeat(room))).isEmpty();
    assertThat(new HeaderBlock().add("N", "x".repeat(room + 1))).isPresent();
  }
}
