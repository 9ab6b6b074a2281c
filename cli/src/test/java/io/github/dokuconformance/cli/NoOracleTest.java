package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.cli.report.ReportFormat;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.message.json.JsonInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * No command signs for who wrote its input, in any format: the right signature of a message stands
 * in a report only if the input carried it, and the secret never does.
 */
class NoOracleTest {
  private static final byte[] SECRET = Cli.SECRET.getBytes(UTF_8);
  private static final Set<String> SECRETS =
      Set.of(
          Cli.SECRET,
          Base64.getEncoder().withoutPadding().encodeToString(SECRET),
          HexFormat.of().formatHex(SECRET),
          HexFormat.of().withUpperCase().formatHex(SECRET));
  private static final String WRONG = "HMACSHA256=" + "A".repeat(43) + "=";

  private static List<Exchange> exchanges;

  @TempDir Path folder;

  @BeforeAll
  static void readExamples() throws Exception {
    exchanges = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Cli.EXAMPLES)) {
      for (Path file : files.filter(NoOracleTest::isRecording).sorted().toList()) {
        try (InputSource source =
            Inputs.open(
                file,
                new InputOptions(
                    Optional.empty(),
                    target -> true,
                    AllowedFiles.none(),
                    Optional.empty(),
                    Optional.empty()))) {
          for (Optional<PendingExchange> next = source.next();
              next.isPresent();
              next = source.next()) {
            exchanges.add(next.get().parse());
          }
        }
      }
    }
    assertThat(exchanges).hasSizeGreaterThan(20);
    assertThat(exchanges.stream().filter(it -> it.response().isPresent()).count()).isPositive();
  }

  private static boolean isRecording(Path file) {
    return file.toString().matches(".*\\.(http|har|curl|json|jsonl)")
        && !file.endsWith("package.json");
  }

  @Test
  void findsTheRightSignatureInAMessageThatCarriesIt() {
    long carried =
        exchanges.stream()
            .filter(
                exchange ->
                    RightSignatures.of(exchange, Cli.SECRET).stream()
                        .anyMatch(ExchangeJson.write(exchange)::contains))
            .count();

    assertThat(carried).as("examples that are signed rightly").isGreaterThan(10);
  }

  @Test
  void signsNoExampleAsItIs() throws IOException {
    assertSignsNothing(exchanges);
  }

  @Test
  void signsNothingThatIsNotSigned() throws IOException {
    assertSignsNothing(with(headers -> headers.without("Signature"), exchanges));
  }

  @Test
  void signsNothingThatIsSignedInNoFormOfASignature() throws IOException {
    assertSignsNothing(with(headers -> headers.with("Signature", "AAAA"), exchanges.subList(0, 8)));
  }

  @Test
  void signsNothingWhoseSignatureNoMistakeExplains() throws IOException {
    assertSignsNothing(with(headers -> headers.with("Signature", WRONG), exchanges.subList(0, 3)));
  }

  @Test
  void signsNoCaseOfTheVectors() throws IOException {
    assertSignsNothing(ofToday(requestsOf(Path.of("../test-vectors/vectors/verify.json")), 10));
  }

  @Test
  void saysTheSecretInNoOtherCommand() {
    for (String command :
        List.of(
            "contract",
            "contract --rules",
            "contract --rules --format markdown",
            "vectors list",
            "notify --list",
            "notify --list --format json",
            "--help")) {
      Cli.Result result = Cli.run((Object[]) command.split(" ", -1));

      assertThat(result.code()).as(command).isZero();
      assertNoSecret(result.out() + result.err());
    }
  }

  /** Returns the requests of a suite's cases as far as a recording could hold them. */
  private static List<Exchange> requestsOf(Path suite) throws IOException {
    List<Exchange> requests = new ArrayList<>();
    for (JsonNode test : JsonMapper.shared().readTree(Files.readAllBytes(suite)).path("cases")) {
      ObjectNode message = (ObjectNode) test.path("input").path("message");
      if (message.remove("kind").asString().equals("request")) {
        String exchange = JsonMapper.shared().createObjectNode().set("request", message).toString();
        try {
          requests.add(ExchangeJson.read(exchange.getBytes(UTF_8), "vector"));
        } catch (JsonInputException e) {
          // No message of HTTP: a header name with a blank, for one.
        }
      }
    }
    assertThat(requests).hasSizeGreaterThan(300);
    return requests;
  }

  /**
   * Returns one in so many, so that each is searched, others each day; all where the tests are
   * exhaustive.
   */
  private static List<Exchange> ofToday(List<Exchange> all, int days) {
    long today = LocalDate.now(Clock.systemUTC()).toEpochDay();
    return IntStream.range(0, all.size())
        .filter(at -> Boolean.getBoolean("exhaustive") || at % days == today % days)
        .mapToObj(all::get)
        .toList();
  }

  private void assertSignsNothing(List<Exchange> messages) throws IOException {
    String input = messages.stream().map(ExchangeJson::write).collect(Collectors.joining("\n"));
    Set<String> right = new HashSet<>();
    for (Exchange message : messages) {
      right.addAll(RightSignatures.of(message, Cli.SECRET));
    }
    right.removeIf(input::contains);
    assertThat(right).as("signatures that the input does not carry").hasSizeGreaterThan(20);
    Path file = Files.writeString(folder.resolve("messages.jsonl"), input + "\n");

    for (String said : said(file)) {
      assertNoSecret(said);
      assertThat(right).noneMatch(said::contains);
    }
  }

  /** Returns what check and explain say, in every format. */
  private List<String> said(Path file) throws IOException {
    List<Object> check = new ArrayList<>(List.of("check", "--verbose", "--coverage"));
    List<Path> outputs = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      String name = format.name().toLowerCase(Locale.ROOT);
      outputs.add(folder.resolve("report." + name));
      check.addAll(List.of("--output", name + "=" + outputs.get(outputs.size() - 1)));
    }
    check.add(file);
    List<String> said = new ArrayList<>();
    for (Object[] command :
        List.of(check.toArray(), new Object[] {"explain", "--seconds", "1", file})) {
      Cli.Result result = Cli.run(command);
      assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
      assertThat(result.out()).contains("akulaku.");
      said.add(result.out() + result.err());
    }
    for (Path output : outputs) {
      said.add(Files.readString(output));
    }
    return said;
  }

  private static void assertNoSecret(String said) {
    assertThat(SECRETS).noneMatch(said::contains);
  }

  private static List<Exchange> with(UnaryOperator<Headers> change, List<Exchange> messages) {
    return messages.stream()
        .map(
            one ->
                new Exchange(
                    one.source(),
                    one.operation(),
                    one.request().withHeaders(change.apply(one.request().headers())),
                    one.response().map(it -> it.withHeaders(change.apply(it.headers()))),
                    one.recordedAt()))
        .toList();
  }
}
