package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputTexts;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collections that newman runs against the sandbox, and its reports as {@code check} reads them.
 */
@Timeout(120)
class NewmanTest {
  private static final Path CHECK = Cli.ROOT.resolve("cli/check");
  private static final Path COLLECTIONS = Path.of("src/test/resources/newman").toAbsolutePath();
  private static final Path SIGNED = COLLECTIONS.resolve("akulaku.postman_collection.json");
  private static final Path UNSIGNED = COLLECTIONS.resolve("unsigned.postman_collection.json");
  private static final Map<String, String> DEMO =
      Map.of("DOKU_SECRET_KEY", "SK-SANDBOX-DEMO-NOT-A-SECRET");

  @TempDir private Path folder;

  @BeforeAll
  static void requirePackages() {
    if (Tools.find("node").isEmpty() || !Files.isDirectory(CHECK.resolve("node_modules/newman"))) {
      throw Tools.missing("node 20 and: npm ci --prefix cli/check");
    }
  }

  @Test
  void readsTheReportOfACollectionThatIsSignedByItsScripts() throws Exception {
    Cli.Result sandbox = runCollection(SIGNED);

    assertThat(sandbox.code()).as(sandbox.out()).isZero();
    Cli.Result check = check();
    assertThat(check.code()).as(check.out()).isZero();
    assertThat(verdicts(check))
        .hasSize(5)
        .allMatch(line -> line.endsWith("  conformant  request signature valid, response valid"));
    assertReadAsReceived();
  }

  @Test
  void namesTheMistakeOfACollectionsScript() throws Exception {
    Path collection = folder.resolve("broken.json");
    String target = "\\\"/akulaku-peer-to-peer/v2/cancel\\\"";
    String right = Files.readString(SIGNED);
    Files.writeString(collection, right.replace(target, target.replace("cancel", "refund")));
    assertThat(right).contains(target);

    runCollection(collection);

    Cli.Result check = check();
    assertThat(check.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(check.out()).containsOnlyOnce("request signature invalid");
    assertThat(check.out()).contains("akulaku.cancel  NOT", "diagnosis target.other-operation");
    assertReadAsReceived();
  }

  @Test
  void saysWhereAScriptsOwnRequestStandsInPlaceOfTheItems() throws Exception {
    String own = "pm.sendRequest(pm.environment.get('base_url') + '/_sandbox/summary');";

    runCollection(withScript(SIGNED, "test", own, "after.json"));

    Cli.Result after = check();
    assertThat(after.code()).isEqualTo(ExitCode.USAGE);
    assertThat(after.errLines()).filteredOn(line -> line.contains("pm.sendRequest")).hasSize(6);
    assertThat(after.out()).doesNotContain("signature valid");

    runCollection(withScript(SIGNED, "prerequest", own, "before.json"));

    Cli.Result before = check();
    assertThat(before.code()).isZero();
    assertThat(verdicts(before)).hasSize(5);
    assertThat(before.err()).contains("6 requests of scripts (pm.sendRequest) passed over");
    assertReadAsReceived();
  }

  @Test
  void signsByTheScriptThatSignPrints() throws Exception {
    String script = Cli.run(Map.of(), "", "sign", "--script", "postman").out();
    Path file = withScript(UNSIGNED, "prerequest", script, "signed.json");

    Cli.Result sandbox = runCollection(file);

    assertThat(sandbox.err()).isEmpty();
    assertThat(verdicts(check()))
        .hasSize(4)
        .allMatch(line -> line.contains("  request signature valid"));
    assertReadAsReceived();
  }

  /** Returns the collection with a script for all its requests. */
  private Path withScript(Path collection, String event, String script, String name) {
    JsonMapper json = JsonMapper.shared();
    ObjectNode changed = (ObjectNode) json.readTree(collection.toFile());
    ObjectNode added = changed.putArray("event").addObject().put("listen", event);
    added.putObject("script").put("type", "text/javascript").put("exec", script);
    Path file = folder.resolve(name);
    json.writeValue(file.toFile(), changed);
    return file;
  }

  private Cli.Result runCollection(Path collection) {
    return Cli.runNow(
        Map.of(),
        "sandbox",
        "--port",
        0,
        "--quiet",
        "--evidence",
        folder.resolve("evidence.jsonl"),
        "--for",
        "node",
        CHECK.resolve("newman.cjs"),
        collection,
        folder.resolve("report.json"));
  }

  private Cli.Result check() {
    return Cli.run(DEMO, "", "check", folder.resolve("report.json"));
  }

  private static Stream<String> verdicts(Cli.Result check) {
    return check
        .out()
        .lines()
        .filter(line -> line.contains("report.json#") && !line.startsWith(" "));
  }

  /** Holds what newman says that it sent and got against what the sandbox got and sent. */
  private void assertReadAsReceived() throws Exception {
    List<Exchange> read = exchanges("report.json", InputFormat.JSON);
    List<Exchange> received = exchanges("evidence.jsonl", InputFormat.JSONL);

    assertThat(read).hasSameSizeAs(received);
    for (int i = 0; i < read.size(); i++) {
      Exchange ours = read.get(i);
      Exchange theirs = received.get(i);
      assertThat(ours.request().method()).isEqualTo(theirs.request().method());
      assertThat(ours.request().target().path()).isEqualTo(theirs.request().target().path());
      assertThat(ours.request().target().query()).isEqualTo(theirs.request().target().query());
      assertSame(ours.request(), theirs.request());
      assertSame(ours.response().orElseThrow(), theirs.response().orElseThrow());
    }
  }

  private static void assertSame(Message ours, Message theirs) {
    assertThat(ours.body()).isEqualTo(theirs.body());
    assertThat(signedNames(ours.headers())).isEqualTo(signedNames(theirs.headers()));
  }

  private static List<String> signedNames(Headers headers) {
    return headers.list().stream()
        .map(header -> header.name().toLowerCase(Locale.ROOT) + ": " + header.value())
        .filter(line -> line.matches("(client-id|request-|response-|signature|content-type).*"))
        .toList();
  }

  private List<Exchange> exchanges(String name, InputFormat format) throws Exception {
    return InputTexts.readAll(name, Files.readAllBytes(folder.resolve(name)), format);
  }
}
