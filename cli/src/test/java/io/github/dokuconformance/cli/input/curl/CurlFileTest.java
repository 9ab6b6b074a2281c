package io.github.dokuconformance.cli.input.curl;

import static io.github.dokuconformance.cli.input.recognition.InputTexts.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import io.github.dokuconformance.cli.input.recognition.InputTexts;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlFileTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir private Path directory;

  @Test
  void readsWhatChromeCopies() throws InputException {
    Exchange exchange =
        parse(
            """
            curl 'https://api-sandbox.doku.com/akulaku-peer-to-peer/v2/generate-order' \\
              -H 'accept: */*' \\
              -H 'client-id: MCH-1' \\
              -b 'session=1' \\
              --data-raw $'{"name":"Bu Ani\\'s \\u0021"}' \\
              --compressed
            """);

    assertThat(exchange.source()).isEqualTo(directory.resolve("a.curl").toString());
    assertThat(exchange.response()).isEmpty();
    assertThat(exchange.request().method()).isEqualTo("POST");
    assertThat(exchange.request().target().raw())
        .isEqualTo("https://api-sandbox.doku.com/akulaku-peer-to-peer/v2/generate-order");
    assertThat(exchange.request().headers())
        .isEqualTo(Headers.of("accept", "*/*", "client-id", "MCH-1", "Content-Type", FORM));
    assertThat(exchange.request().body()).isEqualTo(Body.ofUtf8("{\"name\":\"Bu Ani's !\"}"));
  }

  @Test
  void readsWhatPostmanCopies() throws InputException {
    Request request =
        request(
            """
            curl --location --request POST 'https://api.doku.com/a?b=c' \\
            --header 'Content-Type: application/json' \\
            --header 'Client-Id: MCH-1' \\
            --data '{
               "order": 1
            }'
            """);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target().raw()).isEqualTo("https://api.doku.com/a?b=c");
    assertThat(request.headers())
        .isEqualTo(Headers.of("Content-Type", "application/json", "Client-Id", "MCH-1"));
    assertThat(request.body()).isEqualTo(Body.ofUtf8("{\n   \"order\": 1\n}"));
  }

  @ParameterizedTest
  @MethodSource
  void makesTheMethodAndBodyThatCurlMakes(String arguments, String method, String body)
      throws InputException {
    Request request = request("curl https://h/p " + arguments);

    assertThat(request.method()).isEqualTo(method);
    assertThat(request.body()).isEqualTo(Body.of(bytes(body)));
    assertThat(request.target().raw()).isEqualTo("https://h/p");
  }

  static Stream<Arguments> makesTheMethodAndBodyThatCurlMakes() {
    return Stream.of(
        argumentSet("nothing", "", "GET", ""),
        argumentSet("-X", "-X DELETE", "DELETE", ""),
        argumentSet("-X attached", "-XPUT -d a", "PUT", "a"),
        argumentSet("--request", "--request PATCH --data a", "PATCH", "a"),
        argumentSet("-I", "-I", "HEAD", ""),
        argumentSet("-d", "-d a", "POST", "a"),
        argumentSet("-d attached", "-d'a b'", "POST", "a b"),
        argumentSet("-d empty", "-d ''", "POST", ""),
        argumentSet("--data-ascii", "--data-ascii a", "POST", "a"),
        argumentSet("several", "-d a=1 --data-raw b=2 --data-binary c", "POST", "a=1&b=2&c"),
        argumentSet("line ends of an argument stay", "-d 'a\r\nb\n'", "POST", "a\r\nb\n"),
        argumentSet("raw does not read files", "--data-raw @a", "POST", "@a"),
        argumentSet("--json", "--json '{' --json '}'", "POST", "{}"),
        argumentSet("bytes that are not UTF-8", "-d $'\\xff'", "POST", "\u00ff"),
        argumentSet("letters together", "-sSkXPUT -sda", "PUT", "a"));
  }

  @ParameterizedTest
  @MethodSource
  void impliesTheHeadersThatCurlImplies(String arguments, Headers headers) throws InputException {
    assertThat(request("curl https://h/p " + arguments).headers()).isEqualTo(headers);
  }

  static Stream<Arguments> impliesTheHeadersThatCurlImplies() {
    return Stream.of(
        argumentSet("no body", "", Headers.none()),
        argumentSet("data", "-d a", Headers.of("Content-Type", FORM)),
        argumentSet("own type", "-d a -H 'content-type: x'", Headers.of("content-type", "x")),
        argumentSet("type taken away", "-d a -H Content-Type:", Headers.none()),
        argumentSet("header without value", "-H 'X;' -HY:1", Headers.of("X", "", "Y", "1")),
        argumentSet("duplicates", "-H 'X: 1' --header 'x: 2'", Headers.of("X", "1", "x", "2")),
        argumentSet(
            "--json",
            "--json {}",
            Headers.of("Content-Type", "application/json", "Accept", "application/json")),
        argumentSet(
            "--json with own",
            "--json {} -H 'Accept: x'",
            Headers.of("Accept", "x", "Content-Type", "application/json")));
  }

  @ParameterizedTest
  @MethodSource
  void makesTheTarget(String arguments, String target) throws InputException {
    assertThat(request("curl " + arguments).target().raw()).isEqualTo(target);
  }

  static Stream<Arguments> makesTheTarget() {
    return Stream.of(
        argumentSet("--url", "--url https://h/p", "https://h/p"),
        argumentSet("no scheme", "h:8080/p", "http://h:8080/p"),
        argumentSet("fragment", "https://h/p?a#b", "https://h/p?a"),
        argumentSet("-G", "-G https://h/p -d a=1 -d b=2", "https://h/p?a=1&b=2"),
        argumentSet("-G with a query", "--get https://h/p?x -d a=1", "https://h/p?x&a=1"),
        argumentSet("-G without data", "-G https://h/p", "https://h/p"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-s", "-k", "--compressed", "-L", "--http2", "-u user:SK-TEST-NOT-A-SECRET", "-A agent",
        "-b a=b", "-o out", "--max-time 3", "--connect-timeout 3", "-x http://proxy", "-i", "-v"
      })
  void passesOverWhatChangesNothing(String option) throws InputException {
    assertThat(request("curl " + option + " https://h/p")).isEqualTo(request("curl https://h/p"));
  }

  @Test
  void readsDataFromFilesBesideTheCommand() throws Exception {
    Files.writeString(directory.resolve("body.json"), "{\r\n \0}\n");

    assertThat(request("curl h -d @body.json").body()).isEqualTo(Body.ofUtf8("{ }"));
    assertThat(request("curl h --data-binary @body.json").body())
        .isEqualTo(Body.ofUtf8("{\r\n \0}\n"));
    assertThat(request("curl h --json @body.json").body()).isEqualTo(Body.ofUtf8("{\r\n \0}\n"));
    assertThat(request("curl h -d @" + directory.resolve("body.json")).body())
        .isEqualTo(Body.ofUtf8("{ }"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-d @NAME",
        "--data @NAME",
        "--data-ascii @NAME",
        "--data-binary @NAME",
        "--json @NAME",
        "-d@NAME",
        "-G -d @NAME",
        "--data-urlencode a@NAME",
        "--data-urlencode @NAME",
        "--url-query a@NAME",
        "--url-query @NAME",
        "-F a=@NAME",
        "-F 'a=<NAME'",
        "-T NAME",
        "-K NAME",
        "--config NAME",
        "-H @NAME",
        "--variable a@NAME",
        "--variable %HOME"
      })
  void opensNoFileThatIsNotAllowed(String option) throws IOException {
    Files.writeString(directory.resolve("there"), "SK-TEST-NOT-A-SECRET");

    String there = failure("curl https://h/p " + option.replace("NAME", "there"));
    String missing = failure("curl https://h/p " + option.replace("NAME", "gone!"));

    assertThat(there).doesNotContain("SK-TEST").isEqualTo(missing.replace("gone!", "there"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-b NAME",
        "--cookie NAME",
        "-c NAME",
        "-E NAME",
        "--cert NAME",
        "--key NAME",
        "--cacert NAME",
        "-o NAME",
        "-D NAME",
        "--trace NAME",
        "--stderr NAME"
      })
  void passesOverFilesThatChangeNoMessage(String option) throws Exception {
    Path file = directory.resolve("a.curl");
    String command = "curl https://h/p " + option.replace("NAME", "there");

    assertThat(parse("a", command, AllowedFiles.none().besides(file)).request())
        .isEqualTo(request("curl https://h/p"));
    assertThat(directory.resolve("there")).doesNotExist();
  }

  private String failure(String command) {
    Path file = directory.resolve("a.curl");
    InputException e =
        catchThrowableOfType(
            InputException.class,
            () -> parse(file.toString(), command, AllowedFiles.none().besides(file)));
    return e.getMessage();
  }

  @Test
  void refusesADataFileBeyondTheLimit() throws IOException {
    Files.write(directory.resolve("big"), new byte[MessageLimits.BODY_BYTES + 1]);

    assertWrong("curl h --data-binary @big", 1, MessageLimits.BODY_BYTES + "");
  }

  @ParameterizedTest
  @MethodSource
  void saysOnWhichLineItIsWrong(String command, int line, String part) {
    assertWrong(command, line, part);
  }

  static Stream<Arguments> saysOnWhichLineItIsWrong() {
    return Stream.of(
        argumentSet("another program", "\nwget h", 2, "\"wget\""),
        argumentSet("PowerShell", "Invoke-WebRequest -Uri h", 1, "Invoke-WebRequest"),
        argumentSet("unknown option", "curl h \\\n --frobnicate", 2, "\"--frobnicate\""),
        argumentSet("unknown letter", "curl h -s9", 1, "\"-9\""),
        argumentSet("two dashes", "curl h --", 1, "\"--\""),
        argumentSet("form", "curl h -F a=b", 1, "-F"),
        argumentSet("upload", "curl h --upload-file a", 1, "--upload-file"),
        argumentSet("next", "curl h --next i", 1, "--next"),
        argumentSet("value left out", "curl h -H", 1, "-H"),
        argumentSet("header without colon", "curl h \\\n -H 'Client-Id MCH'", 2, "Client-Id MCH"),
        argumentSet("headers from a file", "curl h -H @headers", 1, "\"@headers\""),
        argumentSet("header with line end", "curl h -H $'a: b\\nc'", 1, "\"a: b\\nc\""),
        argumentSet("two URLs", "curl h \\\n i", 2, "\"i\""),
        argumentSet("no URL in the URL", "curl 'h h'", 1, "\"http://h h\""),
        argumentSet("other scheme", "curl ftp://h/p", 1, "ftp://h/p"),
        argumentSet("method no token", "curl h -X 'A B'", 1, "\"A B\""),
        argumentSet("data from standard input", "curl h -d @-", 1, "@-"),
        argumentSet("data file missing", "curl h \\\n -d @missing.json", 2, "missing.json"),
        argumentSet("data file a directory", "curl h -d @.", 1, "file"),
        argumentSet("data file without name", "curl h -d @", 1, "file"));
  }

  @Test
  void wantsACommandAndAUrl() {
    for (String command : new String[] {" \n", "# only a comment", "curl -s"}) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> parse(command))
          .withMessageContaining("a.curl: ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--password=SK-TEST-NOT-A-SECRET", "--user=SK-TEST-NOT-A-SECRET"})
  void neverRepeatsWhatCouldBeAPassword(String option) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse("curl h " + option))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("SK-TEST"));
  }

  private void assertWrong(String command, int line, String part) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse(command))
        .withMessageContaining("a.curl:" + line + ": ")
        .withMessageContaining(part);
  }

  private Request request(String command) throws InputException {
    return parse(command).request();
  }

  private Exchange parse(String command) throws InputException {
    Path file = directory.resolve("a.curl");
    return parse(file.toString(), command, AllowedFiles.in(directory).besides(file));
  }

  private static Exchange parse(String name, String command, AllowedFiles files)
      throws InputException {
    InputOptions options =
        new InputOptions(
            Optional.of(InputFormat.CURL),
            InputTexts.CONTRACT,
            files,
            Optional.empty(),
            Optional.empty());
    List<Exchange> exchanges = InputTexts.readAll(name, bytes(command), options);
    assertThat(exchanges).hasSize(1);
    return exchanges.get(0);
  }
}
