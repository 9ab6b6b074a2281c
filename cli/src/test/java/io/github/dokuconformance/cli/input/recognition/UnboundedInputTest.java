package io.github.dokuconformance.cli.input.recognition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who wrote a text can't make its reader work without end, or overflow the stack. */
class UnboundedInputTest {
  /** So many bytes that what takes quadratic time would take hours. */
  private static final int SIZE = 4 << 20;

  @ParameterizedTest
  @MethodSource
  void readsOrRefusesSoon(String beginning, String repeated, InputFormat format) {
    String text = beginning + repeated.repeat(SIZE / repeated.length());
    InputOptions options =
        new InputOptions(
            Optional.of(format),
            InputTexts.CONTRACT,
            AllowedFiles.none(),
            Optional.of("/a"),
            Optional.empty());

    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> readOrRefuse(text.getBytes(UTF_8), options));
  }

  /** Anything else that is thrown fails the test. */
  private static void readOrRefuse(byte[] text, InputOptions options) {
    try {
      InputTexts.readAll("a", text, options);
    } catch (InputException e) {
      assertThat(e).hasMessageStartingWith("a:");
    }
  }

  static Stream<Arguments> readsOrRefusesSoon() {
    return Stream.of(
        of("bad requests", "", "###\nx\n", InputFormat.HTTP),
        of("good requests", "", "GET / HTTP/1.1\n\n", InputFormat.HTTP),
        of("scripts without end", "", "###\n< {%\n", InputFormat.HTTP),
        of("a line of blanks", "GET / HTTP/1.1\nContent-Length: 0\n\n\n/", " ", InputFormat.HTTP),
        of("a request line of blanks", "GET /", " \t", InputFormat.HTTP),
        of("open braces", "GET / HTTP/1.1\n\n", "{{ ", InputFormat.HTTP),
        of("variables", "@a=" + "x".repeat(9999) + "\nPOST /\n\n", "{{a}}", InputFormat.HTTP),
        of("variables that double", doubling(), "{{v30}}", InputFormat.HTTP),
        of("curl's talk", "* a\n", "\n", InputFormat.HTTP),
        of("curl's marks", "> POST / HTTP/1.1\n", "> a\n", InputFormat.HTTP),
        of("fences", "", "```\n", InputFormat.HTTP),
        of("blanks before a command", "", " ", InputFormat.CURL),
        of("what could be a prompt", "", "a@:~", InputFormat.CURL),
        of("bad commands", "", "curl -\n", InputFormat.CURL),
        of("redirections", "curl http://a/b ", "1>2 ", InputFormat.CURL),
        of("here-documents", "", "curl <<a\n", InputFormat.CURL),
        of("braces in a log", "", "{", InputFormat.LOG),
        of("braces of a log", "", "{a", InputFormat.LOG),
        of("objects of a log", "", "{\"a\":1}\n", InputFormat.LOG),
        of("names in a log", "", "a", InputFormat.LOG),
        of("values in a log", "", "a=\"", InputFormat.LOG),
        of("escapes in a log", "headers=\"", "\\\"", InputFormat.LOG),
        of("Spring's addresses", "", "[uri=/a", InputFormat.LOG),
        of("Spring's headers", "[uri=/a, headers=[", "a:\"b\" ", InputFormat.LOG),
        of("Go's headers", "{\"headers\":\"a:[b] ", "a:[", InputFormat.JSON),
        of("blocks of Bruno", "meta {\n", "a {\n", InputFormat.BRU),
        of("nested JSON", "{\"info\":", "[", InputFormat.JSON),
        of("a collection", "{\"info\":", "{\"item\":", InputFormat.JSON),
        of("numbers", "{\"collection\":[", "1,", InputFormat.JSON));
  }

  private static String doubling() {
    StringBuilder text = new StringBuilder("@v0=xxxxxxxx\n");
    for (int i = 1; i <= 30; i++) {
      text.append("@v%d={{v%d}}{{v%d}}\n".formatted(i, i - 1, i - 1));
    }
    return text.append("POST /\n\n").toString();
  }

  private static Arguments of(String name, String beginning, String repeated, InputFormat format) {
    return argumentSet(name, beginning, repeated, format);
  }
}
