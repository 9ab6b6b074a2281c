package io.github.dokuconformance.cli.input.curl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.Tools;
import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.HeaderText;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.curl.CurlCommands.Case;
import io.github.dokuconformance.cli.input.curl.CurlCommands.Expectation;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import io.github.dokuconformance.cli.input.recognition.InputTexts;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What curl sends is what the reader reads, byte for byte, or the reader refuses. */
class CurlAgainstCurlTest {
  private static final String BODY = "{\r\n  \"a\": \"\u2615\"\n}\n";

  /** What curl adds of itself, and a connection needs; none of it is signed. */
  private static final Set<String> OF_CURL =
      Set.of(
          "host",
          "user-agent",
          "accept",
          "content-length",
          "expect",
          "accept-encoding",
          "transfer-encoding",
          "cookie",
          "authorization",
          "proxy-authorization",
          "referer",
          "connection",
          "proxy-connection",
          "upgrade",
          "http2-settings");

  /** Options with which curl reaches no server of this kind, or that are of later versions. */
  private static final Set<String> UNREACHED =
      Set.of(
          "option --http2-prior-knowledge",
          "option --http3",
          "option --dns-servers",
          "option --ipv6",
          "option -6",
          "option --show-headers");

  @TempDir private static Path directory;
  private static LoopbackServer server;

  @BeforeAll
  static void start() throws IOException {
    Tools.want("curl");
    Tools.want("bash");
    server = new LoopbackServer();
    Files.writeString(directory.resolve("body.json"), BODY);
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void knowsManyCommands() {
    assertThat(CurlCommands.all()).hasSizeGreaterThan(250);
    assertThat(CurlCommands.all()).extracting(Case::name).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> readsWhatCurlSends() {
    return CurlCommands.all().stream()
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> compare(one)));
  }

  private static void compare(Case one) throws Exception {
    List<String> sent = sent(one.run());

    Optional<List<String>> read = read(one.text());

    if (one.expectation() == Expectation.READ) {
      assertThat(read).as("read: " + one.text()).isPresent();
      assertThat(sent).as("sent: " + one.run()).isNotEmpty();
    }
    if (one.expectation() == Expectation.REFUSED) {
      assertThat(read).as("read: " + one.text()).isEmpty();
    }
    if (read.isPresent() && !UNREACHED.contains(one.name())) {
      assertThat(read.get()).as(one.text()).isEqualTo(sent);
    }
  }

  /** Runs the command, and returns what has come. */
  private static List<String> sent(String command) throws IOException, InterruptedException {
    server.take();
    Path script = Files.write(directory.resolve("run.sh"), text(command).getBytes(UTF_8));
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
    builder.directory(directory.toFile());
    builder.environment().keySet().retainAll(Set.of("PATH"));
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectInput(directory.resolve("body.json").toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(directory.resolve("printed.txt").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(command).isTrue();
    return server.take().stream().map(CurlAgainstCurlTest::text).toList();
  }

  private static String text(String command) {
    return command.replace("HOST", "127.0.0.1:" + server.port());
  }

  private static String text(LoopbackServer.Received received) {
    String[] line = received.startLine().split(" ", -1);
    Map<String, List<String>> headers = new TreeMap<>();
    for (String header : received.headers()) {
      int colon = header.indexOf(':');
      add(
          headers,
          header.substring(0, colon),
          HeaderText.withoutOuterWhiteSpace(header.substring(colon + 1)));
    }
    return text(line[0], line[1], headers, received.body().toByteArray());
  }

  /** Returns what the reader makes of the command, or empty if it refuses. */
  private static Optional<List<String>> read(String command) throws InputException {
    InputOptions options =
        new InputOptions(
            Optional.of(InputFormat.CURL),
            InputTexts.CONTRACT,
            AllowedFiles.in(directory).besides(directory.resolve("a.curl")),
            Optional.empty(),
            Optional.empty());
    List<Exchange> exchanges;
    try {
      exchanges = InputTexts.readAll("a.curl", text(command).getBytes(UTF_8), options);
    } catch (InputException e) {
      assertThat(e.getMessage()).startsWith("a.curl:").doesNotContain("SK-TEST");
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      Request request = exchange.request();
      Map<String, List<String>> headers = new TreeMap<>();
      for (Header header : request.headers().list()) {
        add(headers, header.name(), new String(header.value().getBytes(UTF_8), ISO_8859_1));
      }
      texts.add(
          text(
              request.method(),
              new String(request.target().raw().getBytes(UTF_8), ISO_8859_1),
              headers,
              request.body().toByteArray()));
    }
    return Optional.of(texts);
  }

  private static void add(Map<String, List<String>> headers, String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    if (!OF_CURL.contains(key)) {
      headers.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }
  }

  private static String text(
      String method, String target, Map<String, List<String>> headers, byte[] body) {
    Target of = Target.of(target);
    return method
        + " "
        + of.path()
        + of.query().map(query -> "?" + query).orElse("")
        + "\n"
        + headers
        + "\n"
        + new String(body, ISO_8859_1);
  }
}
