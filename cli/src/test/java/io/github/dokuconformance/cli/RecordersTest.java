package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputTexts;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples' recorders write down, in exchange JSON, the bytes that went over the wire. */
@Timeout(180)
class RecordersTest {
  private static final Path DRIVERS = Cli.ROOT.resolve("cli/check/recorders");
  private static final Path RECORDERS = Cli.EXAMPLES.resolve("recorders");
  private static final String BODY = "{ \"name\" : \"Kopi é ☕\",\r\n\t\"url\":\"a\\/b\" }";
  private static final String ANSWER = "{ \"status\" :\"é\" }\n";
  private static final String TARGET = "/orders%20x/v1?a=1&b=%C3%A9";
  private static final String SIGNATURE = "HMACSHA256=made/up+by==";

  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource
  void recordsWhatIsSentAndWhatComesBack(String needs, List<String> command, int exchanges)
      throws Exception {
    Tools.wantFile(needs);
    if (!command.get(0).startsWith("/")) {
      Tools.want(command.get(0));
    }
    Files.copy(RECORDERS.resolve("go/recorder.go"), folder.resolve("recorder.go"));
    Files.copy(DRIVERS.resolve("main.go"), folder.resolve("main.go"));

    assertThat(run(command)).isZero();

    Path file = folder.resolve("exchanges.jsonl");
    List<Exchange> read =
        InputTexts.readAll("exchanges.jsonl", Files.readAllBytes(file), InputFormat.JSONL);
    assertThat(read).hasSize(exchanges).allSatisfy(RecordersTest::assertRecorded);
    assertThat(read.stream().filter(each -> each.response().isPresent()))
        .hasSize(exchanges > 1 || command.get(0).equals("go") ? exchanges : 0)
        .allMatch(each -> each.response().orElseThrow().body().equals(Body.ofUtf8(ANSWER)));
  }

  static Stream<Arguments> recordsWhatIsSentAndWhatComesBack() {
    return Stream.of(
        argumentSet(
            "Express",
            Cli.ROOT.resolve("cli/check/node_modules/express").toString(),
            List.of("node", DRIVERS.resolve("express.cjs").toString(), "exchanges.jsonl"),
            1),
        argumentSet(
            "Guzzle and Laravel",
            "/usr/share/php/Illuminate/Http/autoload.php",
            List.of("php", DRIVERS.resolve("guzzle.php").toString(), "exchanges.jsonl"),
            2),
        argumentSet(
            "Go",
            DRIVERS.resolve("main.go").toString(),
            List.of("go", "run", "recorder.go", "main.go", "exchanges.jsonl"),
            1),
        argumentSet(
            "Django",
            "/usr/lib/python3/dist-packages/django/__init__.py",
            List.of("/usr/bin/python3", DRIVERS.resolve("django_app.py").toString(), "."),
            1));
  }

  private static void assertRecorded(Exchange exchange) {
    assertThat(exchange.request().method()).isEqualTo("POST");
    assertThat(exchange.request().target().raw().replaceFirst("http://[^/]*", ""))
        .isEqualTo(TARGET);
    assertThat(exchange.request().headers().all("Signature")).containsExactly(SIGNATURE);
    assertThat(exchange.request().body()).isEqualTo(Body.ofUtf8(BODY));
  }

  private int run(List<String> command) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          call.getRequestBody().readAllBytes();
          byte[] answer = ANSWER.getBytes(UTF_8);
          call.getResponseHeaders().set("Content-Type", "application/json");
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    server.start();
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
      builder.environment().put("URL", "http://127.0.0.1:" + server.getAddress().getPort());
      builder.environment().put("TARGET", TARGET);
      builder.environment().put("BODY", BODY);
      builder.environment().put("SIGNATURE", SIGNATURE);
      builder.environment().put("LC_ALL", "C.UTF-8");
      return builder.start().waitFor();
    } finally {
      server.stop(0);
    }
  }
}
