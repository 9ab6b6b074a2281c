package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.recognition.InputTexts;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * HARs as programs of others write them, beside the bytes that their server got and sent: what is
 * read is right byte for byte, and what the HAR has lost is said to be missing.
 */
@Timeout(240)
class HarRecordingsTest {
  private static final Path CHECK = Cli.ROOT.resolve("cli/check");
  private static final Path MITMPROXY = Path.of("src/test/resources/mitmproxy").toAbsolutePath();

  /** Lost by the browser: it gives no bytes of these, or not all, or those of other letters. */
  private static final Set<String> LOST =
      Set.of("byte order mark", "not UTF-8", "not UTF-8, no type", "a blob", "Latin-1");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> readsWhatTheBrowserKept() throws Exception {
    if (Tools.find("node").isEmpty()
        || !Files.isDirectory(CHECK.resolve("node_modules/playwright-core"))) {
      throw Tools.missing("node 20 and: npm ci --prefix cli/check");
    }
    Tools.want("openssl");
    Path script = CHECK.resolve("record-har.cjs");
    Process recording =
        new ProcessBuilder("node", script.toString(), folder.toString(), chromium())
            .inheritIO()
            .start();
    assertThat(recording.waitFor()).isZero();
    JsonNode exchanges = json(folder.resolve("exchanges.json"));
    return Stream.of("h1", "h2").flatMap(protocol -> browser(protocol, exchanges));
  }

  private static String chromium() {
    return Tools.want("chromium").toString();
  }

  private Stream<DynamicTest> browser(String protocol, JsonNode exchanges) {
    return Stream.of(
        dynamicTest(
            protocol + ": bodies in the HAR",
            () -> {
              Recording har = read(folder.resolve(protocol + "-embed/shop.har"), exchanges);
              assertThat(har.unreadable).hasSameSizeAs(LOST);
              assertThat(har.read).hasSize(21 - LOST.size()).doesNotContainAnyElementsOf(LOST);
            }),
        dynamicTest(
            protocol + ": bodies in files beside it",
            () -> {
              Recording har = read(folder.resolve(protocol + "-attach/shop.har"), exchanges);
              assertThat(har.read).containsExactly("empty");
              assertThat(har.unreadable)
                  .hasSize(20)
                  .filteredOn(line -> line.contains("in another file"))
                  .hasSize(19);
            }),
        dynamicTest(
            protocol + ": no bodies",
            () -> {
              Recording har = read(folder.resolve(protocol + "-omit/shop.har"), exchanges);
              assertThat(har.read).containsExactly("empty");
              assertThat(har.unreadable).hasSize(20);
            }),
        dynamicTest(
            protocol + ": events of DevTools",
            () -> {
              Recording har = read(folder.resolve(protocol + "-devtools.har"), exchanges);
              assertThat(har.read).contains("no type", "control characters");
              assertThat(har.read.size() + har.unreadable.size()).isEqualTo(21);
            }));
  }

  @Test
  void readsWhatMitmproxyKept() throws Exception {
    Recording har =
        read(MITMPROXY.resolve("mitmproxy.har"), json(MITMPROXY.resolve("exchanges.json")));

    assertThat(har.read)
        .hasSize(17)
        .doesNotContain("not UTF-8", "not UTF-8, no type", "Latin-1")
        .contains("byte order mark", "a blob");
    assertThat(har.unreadable).hasSize(2 * 3);
  }

  private static JsonNode json(Path file) {
    return JsonMapper.shared().readTree(file.toFile());
  }

  /** Reads a HAR and holds each exchange that it gives against what the server saw. */
  private static Recording read(Path har, JsonNode exchanges) throws IOException, InputException {
    Recording recording = new Recording(new TreeSet<>(), new TreeSet<>());
    try (InputSource source = Inputs.open(har, InputTexts.options(null))) {
      for (Optional<PendingExchange> next = source.next(); next.isPresent(); next = source.next()) {
        try {
          Exchange exchange = next.get().parse();
          String id = exchange.request().headers().first("Request-Id").orElseThrow();
          assertSame(id, exchange, exchanges.path(id));
          recording.read.add(id.replaceFirst(".*:", ""));
        } catch (InputException e) {
          assertThat(e).hasMessageMatching("(?s).*(body is not known: |half a surrogate pair).*");
          recording.unreadable.add(String.valueOf(e.getMessage()));
        }
      }
    }
    return recording;
  }

  private static void assertSame(String id, Exchange exchange, JsonNode seen) {
    Target target = exchange.request().target();
    assertThat(target.path() + target.query().map(query -> "?" + query).orElse(""))
        .as(id)
        .isEqualTo(seen.path("target").asString());
    assertThat(exchange.request().body()).as(id).isEqualTo(body(seen.path("body")));
    assertThat(exchange.request().headers().all("Signature")).as(id).hasSize(1);
    assertThat(exchange.response().map(Message::body)).as(id).contains(body(seen.path("answer")));
  }

  private static Body body(JsonNode base64) {
    return Body.of(Base64.getDecoder().decode(base64.asString()));
  }

  /** The names of the exchanges that were read, and why the others were not. */
  private record Recording(Set<String> read, Set<String> unreadable) {}
}
