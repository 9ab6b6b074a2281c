package io.github.dokuconformance.cli.place;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.CliRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A SARIF region, cut out of the file by line and UTF-16 column, is the text it is about. */
class PlacesTest {
  private static final String PATH = "/akulaku-peer-to-peer/v2/generate-order";
  private static final String PRETTY =
      """
      {
        "order": {
          "invoice_number": "INV-é-😀-1",
          "line_items": [
            { "name": "Täsch\\u0065 \\ud83d\\ude00 😀", "price": 30000, "quantity": 2 },
            { "name": "b", "price": 30000, "quantity": "one" }
          ],
          "amount": "99.000"
        },
        "customer": {}
      }""";
  private static final Map<String, String> EXPECTED =
      Map.of(
          "schema.pattern /order/amount", "\"99.000\"",
          "schema.pattern /order/line_items/1/quantity", "\"one\"",
          "schema.required /customer/name", "{");

  @TempDir Path folder;

  static Stream<Arguments> bodies() {
    return Stream.of(
        argumentSet("pretty-printed", PRETTY, "\n"),
        argumentSet("minified", PRETTY.replaceAll("\n *", ""), "\n"),
        argumentSet("CRLF", PRETTY.replace("\n", "\r\n"), "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areRightInRawHttp(String body, String lineEnd) throws IOException {
    String text =
        String.join(
            lineEnd, "POST " + PATH + " HTTP/1.1", "X-Name: é 😀", "Signature: abc", "", body);

    assertPlaces(write("a.http", text), "Signature: abc", EXPECTED);
  }

  @Test
  @Timeout(60)
  void areRightInTheLastOfThousandsOfRequests() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= 5_000; i++) {
      text.append("POST " + PATH + "\nSignature: é😀 " + i + "\n\n{}\n\n###\n");
    }

    assertThat(regions(write("a.http", text.toString())))
        .containsEntry("signature.malformed", "Signature: é😀 5000");
  }

  /** A text without a name that tells, or with one that tells nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"command", "command.txt", "command.curl"})
  void areRightInACommandWhateverItsName(String name) throws IOException {
    String text = "curl https://api.doku.com" + PATH + " -H 'Signature: abc' -d '{\"order\":1}'\n";

    assertThat(regions(write(name, text)))
        .containsEntry("signature.malformed", "Signature: abc")
        .containsEntry("schema.type /order", "1");
  }

  @Test
  @Timeout(60)
  void areRightInACommandWhoseBodyIsFullOfHalfHeaders() throws IOException {
    String much = "b".repeat(1_000_000);
    String text =
        "# %s\ncurl https://api.doku.com%s -H \"Signature: abc\" --data-raw \"%s\"\n"
            .formatted(much, PATH, much + "-H-H 'a: ".repeat(100_000));

    assertThat(regions(write("a.curl", text)))
        .containsEntry("signature.malformed", "Signature: abc")
        .containsEntry("json.malformed", "curl");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areRightInRawHttpAfterAByteOrderMark(String body, String lineEnd) throws IOException {
    String text = String.join(lineEnd, "POST " + PATH + " HTTP/1.1", "Signature: abc", "", body);

    assertPlaces(write("a.http", "\ufeff" + text), "Signature: abc", EXPECTED);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areRightInExchangeJson(String body, String lineEnd) throws IOException {
    String text =
        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(exchange(body));

    assertPlaces(
        write("a.json", text.replace("\n", lineEnd)),
        "[ \"Signature\", \"abc\" ]",
        escaped(EXPECTED));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"Signature\":\"abc\"", "\"Signature\":[\"abc\"]"})
  @Timeout(60)
  void areRightWhereHeadersAreMembersOfAnObject(String header) throws IOException {
    String text =
        exchange("{}").toString().replace("[[\"Signature\",\"abc\"]]", "{" + header + "}");

    assertThat(regions(write("a.json", text))).containsEntry("signature.malformed", header);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.json", "a.http"})
  void areRightInAFileThatIsNamedTwice(String name) throws IOException {
    String one = exchange("{}").toString();
    String text = name.endsWith("l") ? one + "\n" + one : "[" + one + ",\n" + one + "]";
    String http = "POST " + PATH + "\nSignature: abc\n\n{}\n\n###\n";
    Path file = write(name, name.endsWith("http") ? http + http : text);

    String once = CliRun.out("check", "--format", "sarif", file);
    String twice = CliRun.out("check", "--format", "sarif", file, file);

    List<JsonNode> regions = JsonMapper.shared().readTree(once).findValues("region");
    List<JsonNode> both = new ArrayList<>(regions);
    both.addAll(regions);
    assertThat(regions).isNotEmpty();
    assertThat(JsonMapper.shared().readTree(twice).findValues("region")).isEqualTo(both);
  }

  @Test
  void areRightInTheLastExchangeBeforeWhatIsNoJson() throws IOException {
    Path file = write("a.json", "[" + exchange("{}") + "\ufffd");

    assertThat(regions(file)).containsEntry("signature.malformed", "[\"Signature\",\"abc\"]");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areRightInAListOfExchanges(String body, String lineEnd) throws IOException {
    String one = exchange(body).toString();

    assertPlaces(
        write(
            "a.json",
            "[" + lineEnd + "{\"request\":{\"method\":\"GET\",\"target\":\"/é😀\"}}, " + one + "]"),
        "[\"Signature\",\"abc\"]",
        escaped(EXPECTED));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areRightInJsonLines(String body, String lineEnd) throws IOException {
    String one = exchange(body).toString();

    assertPlaces(
        write("a.jsonl", lineEnd + exchange("{}") + lineEnd + one + lineEnd),
        "[\"Signature\",\"abc\"]",
        escaped(EXPECTED));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areRightInHar(String body, String lineEnd) throws IOException {
    ObjectNode har = JsonNodeFactory.instance.objectNode();
    var entries = har.putObject("log").put("comment", "é 😀").putArray("entries");
    entries
        .addObject()
        .putObject("request")
        .put("method", "GET")
        .put("url", "https://x.example/😀");
    ObjectNode request = entries.addObject().putObject("request");
    request.put("method", "POST").put("url", "https://api.doku.com" + PATH);
    request.putArray("headers").addObject().put("name", "Signature").put("value", "abc");
    request.putObject("postData").put("mimeType", "application/json").put("text", body);
    String text = JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(har);

    assertPlaces(
        write("a.har", text.replace("\n", lineEnd)),
        "{"
            + lineEnd
            + "          \"name\" : \"Signature\","
            + lineEnd
            + "          \"value\" : \"abc\""
            + lineEnd
            + "        }",
        escaped(EXPECTED));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void areRightInACurlCommand(String body, String lineEnd) throws IOException {
    String text =
        "curl 'https://api.doku.com%s' \\\n -H 'X-Name: é😀' \\\n -H 'Signature: abc' --data-raw '%s'\n"
            .formatted(PATH, body);

    assertPlaces(write("a.curl", text), "Signature: abc", EXPECTED);
  }

  @Test
  void areRightInTheResponse() throws IOException {
    String text =
        "POST "
            + PATH
            + " HTTP/1.1\nClient-Id: a\n\n{}\n\nHTTP/1.1 200 OK\nClient-Id: b\n\n"
            + "{\"é\":\"😀\",\"order\":{\"amount\":\"x\"}}";

    Map<String, String> regions = regions(write("a.http", text));

    assertThat(regions.get("echo.client-id")).isEqualTo("Client-Id: b");
    assertThat(regions.get("schema.pattern /order/amount")).isEqualTo("\"x\"");
  }

  @Test
  void pointAtTheBodyWhereItIsChunkedOrNoJson() throws IOException {
    String head = "POST " + PATH + " HTTP/1.1\n";

    assertThat(regions(write("a.http", head + "Transfer-Encoding: chunked\n\n2\n{}\n0\n\n")))
        .containsEntry("schema.required /order", "2");
    assertThat(regions(write("b.http", head + "\n<html>"))).containsEntry("json.malformed", "");
  }

  private static ObjectNode exchange(String body) {
    ObjectNode exchange = JsonNodeFactory.instance.objectNode();
    ObjectNode request = exchange.putObject("request");
    request.put("method", "POST").put("target", PATH);
    request.putArray("headers").addArray().add("Signature").add("abc");
    request.putObject("body").put("utf8", body);
    return exchange;
  }

  /** Inside a JSON string, quotation marks are escaped. */
  private static Map<String, String> escaped(Map<String, String> expected) {
    Map<String, String> all = new TreeMap<>();
    expected.forEach((code, text) -> all.put(code, text.replace("\"", "\\\"")));
    return all;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, UTF_8);
  }

  private static void assertPlaces(Path file, String signature, Map<String, String> expected)
      throws IOException {
    Map<String, String> regions = regions(file);

    assertThat(regions).containsAllEntriesOf(expected);
    assertThat(regions.get("signature.malformed")).isEqualTo(signature);
  }

  /** Returns the text of each result's region, by code and, for schema codes, pointer. */
  private static Map<String, String> regions(Path file) throws IOException {
    String sarif = CliRun.out("check", "--format", "sarif", file);
    String text = Files.readString(file);
    List<String> lines =
        new ArrayList<>(
            List.of((text.startsWith("\ufeff") ? text.substring(1) : text).split("\n", -1)));
    Map<String, String> regions = new TreeMap<>();
    for (JsonNode result : JsonMapper.shared().readTree(sarif).at("/runs/0/results")) {
      String code = result.path("ruleId").asString();
      JsonNode region = result.at("/locations/0/physicalLocation/region");
      String at = result.at("/properties/at").asString();
      regions.put(code.startsWith("schema.") ? code + " " + at : code, cut(lines, region));
    }
    return regions;
  }

  private static String cut(List<String> lines, JsonNode region) {
    int first = region.path("startLine").asInt() - 1;
    int last = region.path("endLine").asInt() - 1;
    int from = region.path("startColumn").asInt() - 1;
    int to = region.path("endColumn").asInt() - 1;
    if (first == last) {
      return lines.get(first).substring(from, to);
    }
    List<String> cut = new ArrayList<>(lines.subList(first, last + 1));
    cut.set(0, lines.get(first).substring(from));
    cut.set(cut.size() - 1, lines.get(last).substring(0, to));
    return String.join("\n", cut);
  }
}
