package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The commands take a channel that is a folder of data, and of which no code knows. */
class ToyCommandsTest {
  private static final Path TOY = Cli.ROOT.resolve("core/src/test/resources/toy-channel");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TIME = "2026-01-31T09:30:00Z";
  private static final String PAY =
      """
      {"deal":{"number":"D-1","total":70,"back":"https://shop.example/back",
       "lines":[{"label":"cup","cost":20,"count":3},{"label":"lid","cost":10,"count":1}]},"ref":"R-1"}
      """;
  private static final String PAID =
      """
      {"deal":{"number":"D-1","total":70},"ref":"R-1","state":"OPEN","link":"https://pay.example/1"}
      """;
  private static final String TOLD =
      """
      {"kind":"TOY-TOLD","deal":{"number":"D-1","total":70},"ref":"R-1","outcome":"PAID"}
      """;

  @TempDir Path folder;

  @Test
  void checkJudgesWhatItKnowsOfTheFolderAlone() throws IOException {
    Path right = write("right.json", pay(PAY, PAID));
    Path wrong =
        write(
            "wrong.json",
            pay(
                PAY.replace("\"total\":70", "\"total\":80").replace("lid", "none"),
                PAID.replace("D-1", "D-2")));

    assertThat(check(right).out()).contains("toy.pay  conformant  request signature valid");
    Cli.Result report = check("--format", "json", wrong);
    assertThat(report.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(codes(report))
        .containsExactly("amount.sum", "echo.invoice-number", "echo.amount", "docs.toy-label");
  }

  @Test
  void checkJudgesAWholeRun() throws IOException {
    Path run =
        write(
            "run.jsonl",
            pay(PAY, PAID)
                + "\n"
                + exchange("POST", "/shop/told", TOLD.replace("70", "71"), "", "b"));

    Cli.Result report = check("--format", "jsonl", run);

    assertThat(report.out())
        .contains("\"operation\":\"toy.told\"")
        .contains("run.amount-differs")
        .contains("wanted 70, as in exchange 1 of this run");
  }

  @Test
  void checkJudgesWhatTheMerchantAnswers() throws IOException {
    String ask = "{\"kind\":\"TOY-ASK\",\"deal\":{\"number\":\"D-1\"}}";
    String answer = "{\"deal\":{\"number\":\"D-1\",\"total\":70}}";
    Path right = write("right.json", exchange("POST", "/shop/asked", ask, answer, "a"));
    Path wrong =
        write(
            "wrong.json",
            exchange("POST", "/shop/asked", ask, answer, "a").replace("total", "Total"));

    assertThat(check(right).out())
        .contains("toy.ask  conformant  request signature valid, response signature valid");
    assertThat(codes(check("--format", "json", wrong)))
        .containsExactly("signature.mismatch", "schema.required", "schema.unknown-field");
  }

  @Test
  void everyReportTakesIt() throws IOException {
    Path wrong = write("wrong.json", pay(PAY.replace("lid", "none"), PAID));
    List<Object> args = new ArrayList<>(List.of("--coverage", "--verbose"));
    for (String form : List.of("json", "jsonl", "junit", "sarif", "markdown", "html", "github")) {
      args.addAll(List.of("--output", form + "=" + folder.resolve("report." + form)));
    }
    args.add(wrong);

    Cli.Result text = check(args.toArray());

    assertThat(text.out())
        .contains("docs.toy-label")
        .contains("--contract " + TOY)
        .contains("toy.pay");
    JsonNode sarif = JSON.readTree(Files.readString(folder.resolve("report.sarif")));
    assertThat(sarif.at("/runs/0/results/0/ruleId").asString()).isEqualTo("docs.toy-label");
    assertThat(sarif.at("/runs/0/results/0/ruleIndex").asInt()).isNotNegative();
    assertThat(Files.readString(folder.resolve("report.html"))).contains("docs.toy-label");
  }

  @Test
  void aBaselineTakesIt() throws IOException {
    Path wrong = write("wrong.json", pay(PAY.replace("total\":70", "total\":71"), PAID));
    Path baseline = folder.resolve("accepted.json");

    check("--baseline", baseline, "--update-baseline", wrong);
    Files.writeString(baseline, Files.readString(baseline).replace("TODO", "known"));

    assertThat(Files.readString(baseline)).contains("\"operation\" : \"toy.pay\"");
    assertThat(check("--baseline", baseline, wrong).code()).isEqualTo(ExitCode.CONFORMANT);
  }

  @Test
  void contractListsIt() {
    assertThat(Cli.run("contract", "--contract", TOY).out())
        .contains("toy.change", "PATCH /toy/v1/payments/{number}")
        .contains("toy.ask", "(the merchant's own path)")
        .contains("akulaku.refund");
    assertThat(Cli.run("contract", "--contract", TOY, "toy.ask").out())
        .contains("response /deal/total", "documented: toy pages, tables");
    assertThat(Cli.run("contract", "--contract", TOY, "--rules").out()).contains("docs.toy-label");
    assertThat(Cli.run("contract", "--rules").out()).doesNotContain("docs.toy-label");
  }

  @Test
  void contractTellsWhatIsOff() {
    Cli.Result text = Cli.run("contract", "--contract", TOY, "--gaps", "toy.void");
    Cli.Result json =
        Cli.run("contract", "--contract", TOY, "--gaps", "toy.void", "--format", "json");

    assertThat(text.out())
        .contains("off, documented: toy pages, void: the answer has no reference:")
        .doesNotContain(" gap");
    assertThat(text.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(JSON.readTree(json.out()))
        .anySatisfy(
            row -> {
              assertThat(row.path("code").asString()).isEqualTo("echo.reference");
              assertThat(row.path("on").asBoolean()).isFalse();
              assertThat(row.path("reason").asString()).contains("the answer has no reference");
              assertThat(row.path("gap").asBoolean()).isFalse();
            });
  }

  @Test
  void contractTellsOfAGap() throws IOException {
    Path copy = folder.resolve("copy");
    copyFolder(copy);
    ObjectNode document = (ObjectNode) JSON.readTree(copy.resolve("openapi.json").toFile());
    ((ObjectNode) document.at("/paths/~1toy~1v1~1payments/post/x-doku/request"))
        .remove("lineItems");
    Files.writeString(copy.resolve("openapi.json"), document.toString());

    Cli.Result text = Cli.run("contract", "--contract", copy, "--gaps", "toy.pay");

    assertThat(text.out())
        .contains("codes are looked for, 1 gap")
        .contains("off, without a reason: x-doku names no lineItems in the request:\n    amount.sum");
  }

  @Test
  void signTakesItsPathsAndMethods() {
    assertThat(
            Cli.run("sign", "--contract", TOY, "--client-id", "M", "--operation", "toy.pay").out())
        .contains("Signature: HMACSHA256=");
    assertThat(
            Cli.run("sign", "--contract", TOY, "--client-id", "M", "--operation", "toy.change")
                .errLines())
        .singleElement()
        .asString()
        .contains("expected --target beside --operation toy.change", "/toy/v1/payments/{number}");
    assertThat(
            Cli.run(
                    Cli.WITH_SECRET,
                    "{\"total\":1}",
                    "sign",
                    "--contract",
                    TOY,
                    "--client-id",
                    "M",
                    "--operation",
                    "toy.change",
                    "--target",
                    "/toy/v1/payments/D-1",
                    "--body",
                    "-",
                    "--curl")
                .out())
        .contains("PATCH", "/toy/v1/payments/D-1");
  }

  @Test
  void explainTakesIt() throws IOException {
    String told = exchange("POST", "/shop/told", TOLD, "", "a");
    Path wrong = write("told.json", told.replace("/shop/told", "/shop/other"));

    Cli.Result result = Cli.run("explain", "--contract", TOY, "--url", "/shop/told", wrong);

    assertThat(result.out()).contains("toy.told").contains("target.");
    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void saysWhatIsWrongWithAFolder() throws IOException {
    Path file = write("a.json", pay(PAY, PAID));
    Path odd = Files.createDirectory(folder.resolve("odd"));
    Files.writeString(odd.resolve("openapi.json"), "{\"paths\":{\"/a\":{\"get\":{}}}}");

    Cli.Result missing = Cli.run("check", "--contract", folder.resolve("none"), file);
    Cli.Result wrong = Cli.run("check", "--contract", odd, file);

    assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
    assertThat(missing.errLines())
        .singleElement()
        .asString()
        .contains("expected a folder with a file openapi.json, got: ");
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.errLines())
        .singleElement()
        .asString()
        .contains("openapi.json, /a get: expected a text under operationId");
  }

  private Cli.Result check(Object... args) {
    List<Object> all = new ArrayList<>(List.of("check", "--contract", TOY));
    all.addAll(List.of(args));
    return Cli.run(all.toArray());
  }

  private static List<String> codes(Cli.Result report) {
    return JSON.readTree(report.out()).at("/exchanges/0/findings").valueStream()
        .map(finding -> finding.path("code").asString())
        .toList();
  }

  private static String pay(String request, String response) {
    return exchange("POST", "/toy/v1/payments", request, response, "a");
  }

  /** An exchange as JSON, signed by the command {@code sign}; without a response body OK. */
  private static String exchange(
      String method, String target, String request, String response, String id) {
    ObjectNode exchange = JSON.createObjectNode();
    ObjectNode sent = exchange.putObject("request");
    sent.put("method", method).put("target", target);
    headers(sent, target, request, id, false);
    ObjectNode answer = exchange.putObject("response");
    answer.put("status", 200);
    if (response.isEmpty()) {
      answer.putArray("headers");
    } else {
      headers(answer, target, response, id, true);
    }
    return exchange.toString();
  }

  private static void headers(
      ObjectNode message, String target, String body, String id, boolean response) {
    List<Object> args =
        new ArrayList<>(
            List.of("sign", "--client-id", "MCH-1", "--target", target, "--body", "-"));
    args.addAll(List.of("--request-id", id, "--timestamp", TIME));
    if (response) {
      args.add("--response");
    }
    var headers = message.putArray("headers");
    headers.addArray().add("Content-Type").add("application/json");
    Cli.run(Cli.WITH_SECRET, body, args.toArray())
        .out()
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(header -> headers.addArray().add(header[0]).add(header[1]));
    message.putObject("body").put("utf8", body);
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static void copyFolder(Path to) throws IOException {
    try (var files = Files.walk(TOY)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(TOY.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
