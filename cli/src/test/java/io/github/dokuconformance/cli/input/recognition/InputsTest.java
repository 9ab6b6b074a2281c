package io.github.dokuconformance.cli.input.recognition;

import static io.github.dokuconformance.cli.input.recognition.InputTexts.bytes;
import static io.github.dokuconformance.cli.input.recognition.InputTexts.options;
import static io.github.dokuconformance.cli.input.recognition.InputTexts.readAll;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.har.HarSourceTest;
import io.github.dokuconformance.message.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {
  private static final String HTTP = "GET /akulaku HTTP/1.1\n\n";
  private static final String JSON = "{\"request\":{\"method\":\"GET\",\"target\":\"/akulaku\"}}";
  private static final String PRETTY = JSON.replace("{", "{\n ");
  private static final String HAR = HarSourceTest.har(HarSourceTest.ENTRY);

  @TempDir private Path directory;

  @ParameterizedTest
  @MethodSource
  void goesByTheNamesEnding(String name, String content, String source) throws Exception {
    Path file = write(name, content);

    try (InputSource input = Inputs.open(file, options(null))) {
      assertThat(readAll(input))
          .extracting(exchange -> directory.relativize(Path.of(exchange.source())).toString())
          .containsExactly(source);
    }
  }

  static Stream<Arguments> goesByTheNamesEnding() {
    return Stream.of(
        argumentSet("http", "a.http", HTTP, "a.http"),
        argumentSet("upper case", "A.HTTP", HTTP, "A.HTTP"),
        argumentSet("har", "a.b.har", HAR, "a.b.har#1"),
        argumentSet("curl", "a.curl", "curl h", "a.curl"),
        argumentSet("json", "a.json", JSON, "a.json"),
        argumentSet("array", "a.json", "[" + JSON + "]", "a.json#1"),
        argumentSet("jsonl", "a.jsonl", JSON, "a.jsonl#1"),
        argumentSet("byte order mark", "a.jsonl", "\uFEFF" + JSON, "a.jsonl#1"),
        argumentSet("byte order mark of a request", "a.http", "\uFEFF" + HTTP, "a.http"));
  }

  @Test
  void readsAFileOfAnyNameAsTheFormatThatTheUserNames() throws Exception {
    try (InputSource input = Inputs.open(write("a.har", HTTP), options(InputFormat.HTTP))) {
      assertThat(readAll(input)).hasSize(1);
    }
  }

  @Test
  void followsNoLinkToAnotherFolder() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("theirs/below")).getParent();
    Path ours = write("a.http", HTTP);
    write("theirs/below/a.http", HTTP);
    Path out = Files.createSymbolicLink(folder.resolve("out.http"), ours);
    Path environment =
        Files.createSymbolicLink(folder.resolve("env.http"), Path.of("/proc/self/environ"));
    Path inside = Files.createSymbolicLink(folder.resolve("inside.http"), Path.of("below/a.http"));

    for (Path link : List.of(out, environment)) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> Inputs.open(link, options(null)))
          .withMessage(
              link
                  + ": expected a file, got a link to one in another folder; name the file itself,"
                  + " or allow its folder: --allow-files DIR");
    }
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.open(environment, options(null, AllowedFiles.in(Path.of("/")))));
    assertThat(read(inside, options(null))).hasSize(1);
    assertThat(read(out, options(null, AllowedFiles.in(directory)))).hasSize(1);
    assertThat(read(ours, options(null))).hasSize(1);
  }

  private static List<Exchange> read(Path file, InputOptions options) throws Exception {
    try (InputSource input = Inputs.open(file, options)) {
      return readAll(input);
    }
  }

  @Test
  void findsTheFilesThatACurlCommandNamesBesideIt() throws Exception {
    InputOptions options = options(null, AllowedFiles.in(directory));
    write("body.json", "{}");
    try (InputSource input = Inputs.open(write("a.curl", "curl h -d @body.json"), options)) {
      assertThat(readAll(input).get(0).request().body().toDisplayText()).isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @MethodSource
  void tellsTheFormatOfStandardInput(String content, String source) throws Exception {
    List<Exchange> exchanges = readAll(content.getBytes(UTF_8), null);

    assertThat(exchanges).extracting(Exchange::source).startsWith(source);
  }

  static Stream<Arguments> tellsTheFormatOfStandardInput() {
    return Stream.of(
        argumentSet("http", HTTP, "stdin"),
        argumentSet("curl", "curl \\\n h", "stdin"),
        argumentSet("shell script", "#!/bin/sh\ncurl h", "stdin"),
        argumentSet("object on a line", JSON, "stdin#1"),
        argumentSet("object on lines", PRETTY, "stdin"),
        argumentSet("array", " [" + JSON + "]", "stdin#1"),
        argumentSet("lines", "\n" + JSON + "\n" + JSON, "stdin#2"),
        argumentSet("lines with byte order mark", "\uFEFF" + JSON + "\n" + JSON, "stdin#1"),
        argumentSet(
            "long lines",
            JSON.replace("}}", ",\"body\":{\"utf8\":\"" + "x".repeat(100_000) + "\"}}}"),
            "stdin#1"),
        argumentSet("har", HAR, "stdin#1"),
        argumentSet("har on lines", "{\n \"log\"" + HAR.substring(6), "stdin#1"));
  }

  @Test
  void doesNotWaitForMoreOfAPipeThanItNeeds() throws Exception {
    try (PipedOutputStream out = new PipedOutputStream();
        PipedInputStream in = new PipedInputStream(out)) {
      out.write(bytes(JSON + "\n"));
      out.flush();

      Exchange first =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(10),
              () -> Inputs.openStandardInput(in, options(null)).next().orElseThrow().parse());

      assertThat(first.source()).isEqualTo("stdin#1");
    }
  }

  @ParameterizedTest
  @EnumSource(InputFormat.class)
  void refusesAnEmptyFile(InputFormat format) throws Exception {
    Path file = write("a." + format.id(), "");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.open(file, options(null)))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining("empty");
  }

  @Test
  void refusesEmptyStandardInput() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> readAll(new byte[0], null))
        .withMessageStartingWith("stdin: ");
  }

  @Test
  void refusesAMissingFile() {
    Path file = directory.resolve("missing.http");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.open(file, options(null)))
        .withMessage(file + ": no such file");
  }

  @Test
  void refusesADirectory() throws IOException {
    Path file = Files.createDirectory(directory.resolve("a.http"));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.open(file, options(null)))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining("directory");
  }

  @Test
  void refusesAFileThatMayNotBeRead() throws Exception {
    Path file = write("a.http", HTTP);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("the user may read every file").isFalse();

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.open(file, options(null)))
        .withMessageStartingWith(file + ": ")
        .withMessageContaining("permission");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a", ".", "http", "a.", "a.http.bak"})
  void goesByTheContentWhereTheEndingSaysNothing(String name) throws Exception {
    Path file = name.equals(".") ? write(".txt", HTTP) : write(name, HTTP);

    try (InputSource source = Inputs.open(file, options(null))) {
      assertThat(readAll(source)).hasSize(1);
    }
  }

  @Test
  void saysWhichEndingsItKnowsWhereTheContentSaysNothing() throws Exception {
    Path file = write("a.txt", "x\n");

    try (InputSource source = Inputs.open(file, options(null))) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(source::next)
          .withMessageStartingWith(file + ":1: ")
          .withMessageContaining(".http, .har, .curl, .json, .jsonl")
          .withMessageContaining("--input-format");
    }
  }

  @Test
  void refusesUtf16() throws Exception {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = Files.write(directory.resolve("a.json"), ("\uFEFF" + JSON).getBytes(charset));

      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> Inputs.open(file, options(null)))
          .withMessageContaining("UTF-16");
    }
  }

  @Test
  void refusesAFileOfOneExchangeThatIsFarTooBig() throws IOException {
    InputStream in = new ByteArrayInputStream(new byte[49 << 20]);
    try (InputSource input = Inputs.openStandardInput(in, options(InputFormat.HTTP))) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(input::next)
          .withMessageStartingWith("stdin: ");
    } catch (InputException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void saysThatReadingFailed() throws Exception {
    for (InputFormat format : InputFormat.values()) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> readAll(Inputs.openStandardInput(new BrokenStream(), options(format))))
          .withMessageStartingWith("stdin:")
          .withMessageContaining("the disk is gone");
    }
  }

  @Test
  void keepsTheMessageOnOneLineWhateverTheFilesName() {
    Path file = directory.resolve("a\n\u001b[31m.http");

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Inputs.open(file, options(null)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n", "\u001b"));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private static final class BrokenStream extends InputStream {
    private static final byte[] BEGINNING = {'{', '\n'};

    private int at;

    @Override
    public int read() throws IOException {
      if (at == BEGINNING.length) {
        throw new IOException("the disk is gone");
      }
      return BEGINNING[at++];
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      target[offset] = (byte) read();
      return 1;
    }
  }
}
