package io.github.dokuconformance.cli.input.curl;

import static io.github.dokuconformance.cli.input.recognition.InputTexts.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.InputException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShellCommandsTest {
  /** Each expectation is what {@code bash} prints for {@code printf '[%s]' …}. */
  @ParameterizedTest
  @MethodSource
  void splitsAsAShellDoes(String command, List<String> words) throws InputException {
    assertThat(words(bytes(command))).extracting(ShellWord::text).containsExactlyElementsOf(words);
  }

  static Stream<Arguments> splitsAsAShellDoes() {
    return Stream.of(
        argumentSet("nothing", "", List.of()),
        argumentSet("blanks", " a \t b\r\n\n", List.of("a", "b")),
        argumentSet("empty words", "'' \"\" $''", List.of("", "", "")),
        argumentSet("parts of one word", "a'b'\"c\"$'d'\\e", List.of("abcde")),
        argumentSet("single quotes", "'a \"b\" $c \\d\n#e'", List.of("a \"b\" $c \\d\n#e")),
        argumentSet("quote in single quotes", "'it'\\''s'", List.of("it's")),
        argumentSet("double quotes", "\"a 'b' #c\n\"", List.of("a 'b' #c\n")),
        argumentSet(
            "backslash in double quotes",
            "\"\\\" \\\\ \\$ \\` \\a \\\nb\"",
            List.of("\" \\ $ ` \\a b")),
        argumentSet(
            "dollar alone",
            "$ b $ a$ \"$\" \"$ \" \"$'\"",
            List.of("b", "$", "a$", "$", "$ ", "$'")),
        argumentSet("backslash", "\\a\\ b\\'\\\"\\\\", List.of("a b'\"\\")),
        argumentSet("continued", "a \\\n b\\\nc", List.of("a", "bc")),
        argumentSet("continued with CRLF", "a \\\r\n b", List.of("a", "b")),
        argumentSet("comments", "#!/bin/sh\n# 'x\na#b #c", List.of("a#b")),
        argumentSet("unquoted JSON", "{a:[*?~]}!", List.of("{a:[*?~]}!")),
        argumentSet("caret", "a^b ^c", List.of("a^b", "^c")),
        argumentSet(
            "C escapes",
            "$'\\a\\b\\e\\E\\f\\n\\r\\t\\v\\\\\\'\\\"\\?'",
            List.of("\u0007\b\u001b\u001b\f\n\r\t\u000b\\'\"?")),
        argumentSet("numbers", "$'\\x41\\x4a1\\101\\1012\\cA'", List.of("AJ1AA2\u0001")),
        argumentSet("bytes of UTF-8", "$'\\xe2\\230\\x95'", List.of("☕")),
        argumentSet("characters", "$'\\u2615\\u41 \\U1F600\\u0021'", List.of("☕A 😀!")),
        argumentSet("no escape", "$'\\q\\('", List.of("\\q\\(")));
  }

  @Test
  void readsASurrogatePairOfEscapesAsTheCharacterThatABrowserMeans() throws InputException {
    assertThat(words(bytes("$'\\ud83d\\ude00'")).get(0).text()).isEqualTo("😀");
  }

  @Test
  void keepsBytesThatAreNotUtf8() throws InputException {
    assertThat(words(bytes("$'\\xff'\u00fe")).get(0).toByteArray())
        .isEqualTo(new byte[] {(byte) 0xff, (byte) 0xfe});
  }

  @Test
  void knowsTheLineOfAWord() throws InputException {
    assertThat(words(bytes("a 'b\n' \\\n c \\\r\n\"\nd\"")))
        .extracting(ShellWord::line)
        .containsExactly(1, 1, 3, 4);
  }

  @ParameterizedTest
  @MethodSource
  void refusesWhatNeedsARunningShell(String command, int line, String part) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> words(bytes(command)))
        .withMessageStartingWith("a.curl:" + line + ": ")
        .withMessageContaining(part);
  }

  static Stream<Arguments> refusesWhatNeedsARunningShell() {
    return Stream.of(
        argumentSet("variable", "a \\\n $b", 2, "\"$b\""),
        argumentSet("variable in quotes", "\"$b\"", 1, "\"$b\""),
        argumentSet("braces", "${b}", 1, "\"${\""),
        argumentSet("substitution", "$(b)", 1, "\"$(\""),
        argumentSet("old substitution", "`b`", 1, "`"),
        argumentSet("old substitution in quotes", "\"`b`\"", 1, "\"`b\""),
        argumentSet("translated string", "$\"b\"", 1, "$"),
        argumentSet("subshell", "(a)", 1, "("),
        argumentSet("brace expansion", "a {b,c}", 1, "quotes"),
        argumentSet("home", "a ~/b", 1, "quotes"),
        argumentSet(
            "typographic quotes", "a \u00e2\u0080\u009cb\u00e2\u0080\u009d", 1, "typographic"),
        argumentSet("cmd's continuation", "a ^\n b", 1, "cmd"),
        argumentSet("cmd's quotes", "a ^\"b^\"", 1, "cmd"),
        argumentSet("open single quote", "a \\\n 'b\n\n", 2, "closing '"),
        argumentSet("open double quote", "\"b", 1, "closing \""),
        argumentSet("open C quote", "$'b\\", 1, "closing '"),
        argumentSet("NUL", "a\0b", 1, "NUL"),
        argumentSet("NUL in an escape", "$'\\0'", 1, "NUL"),
        argumentSet("no digits", "$'\\xg'", 1, "\\x"),
        argumentSet("no character", "$'\\UFFFFFFFF'", 1, "\\u"),
        argumentSet("half a pair", "$'\\ud83d'", 1, "\\u"),
        argumentSet("wrong pair", "$'\\ud83d\\u0041'", 1, "\\u"));
  }

  private static List<ShellWord> words(byte[] text) throws InputException {
    ShellCommand command = new ShellCommands("a.curl", text).next();
    return command == null ? List.of() : command.words();
  }
}
