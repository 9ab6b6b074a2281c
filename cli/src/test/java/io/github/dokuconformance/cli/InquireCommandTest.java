package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A merchant's inquiry endpoint, right and with one mistake at a time, as {@code inquire} sees it.
 */
@Timeout(60)
class InquireCommandTest {
  private static final String SECRET = "SK-TEST-inquire-NOT-A-SECRET";
  private static final Map<String, String> ENV =
      Map.of("DOKU_SECRET_KEY", SECRET, "DOKU_CLIENT_ID", "MCH-TEST-0001");
  private static final String PATH = "/payments/inquiries";
  private static final String NUMBER = "8800000000000001";

  /** What a merchant does wrong. */
  enum Flaw {
    UNSIGNED,
    PATH_MISSING,
    PATH_OF_DOKU,
    OTHER_AMOUNT,
    OTHER_NUMBER,
    REQUEST_TIMESTAMP,
    DIGEST_OF_THE_QUESTION,
    TRUSTS_ANYBODY,
    IGNORES_ITS_PATH,
    KNOWS_EVERY_NUMBER,
    FAILS
  }

  private HttpServer server;
  private Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"va", "o2o"})
  void rightMerchantIsClean(String channel) throws IOException {
    Cli.Result result = inquire("--channel", channel, "--amount", "150000", "--level", "should");

    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out())
        .contains("conformant at level should: 11 requirements, 11 passed")
        .doesNotContainIgnoringCase("failed  ");
  }

  @ParameterizedTest
  @CsvSource({
    "UNSIGNED, answer.signed, none",
    "PATH_MISSING, answer.signed, string-to-sign.component-missing",
    "PATH_OF_DOKU, answer.signed, target.other-operation",
    "OTHER_AMOUNT, answer.amount, 100000",
    "REQUEST_TIMESTAMP, answer.signed, response.request-timestamp",
    "DIGEST_OF_THE_QUESTION, answer.signed, response.request-digest",
    "TRUSTS_ANYBODY, forged.no-signature, 200",
    "TRUSTS_ANYBODY, forged.other-key, 200",
    "TRUSTS_ANYBODY, tampered.body, 200",
    "IGNORES_ITS_PATH, forged.other-path, 200",
    "FAILS, genuine.answered, 500"
  })
  void mistakeIsFoundAndNamed(Flaw flaw, String requirement, String got) throws IOException {
    flaws = EnumSet.of(flaw);

    Cli.Result result = inquire("--amount", "150000");

    assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(line(result, requirement)).startsWith("FAILED").contains("got").contains(got);
  }

  @ParameterizedTest
  @CsvSource({"OTHER_NUMBER, answer.number", "KNOWS_EVERY_NUMBER, unknown.number"})
  void whatOnlyThirdPartiesHaveShownFailsAtTheLevelShould(Flaw flaw, String requirement)
      throws IOException {
    flaws = EnumSet.of(flaw);

    Cli.Result must = inquire("--amount", "150000");
    Cli.Result should = inquire("--amount", "150000", "--level", "should");

    assertThat(must.code()).as(must.out()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(line(must, requirement)).startsWith("failed");
    assertThat(should.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void eachMistakeIsFoundAloneByTheRequirementThatItIsAbout() throws IOException {
    flaws = EnumSet.of(Flaw.OTHER_AMOUNT);

    Cli.Result result = inquire("--amount", "150000");

    assertThat(
            result.out().lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith("failed")))
        .hasSize(1);
  }

  @Test
  void amountIsNotJudgedWhereNobodySaysIt() throws IOException {
    flaws = EnumSet.of(Flaw.OTHER_AMOUNT);

    Cli.Result result = inquire();

    assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out()).doesNotContain("answer.amount");
  }

  @Test
  void jsonHasEachResult() throws IOException {
    Cli.Result result = inquire("--amount", "150000", "--format", "json");

    assertThat(result.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out()).contains("\"answer.signed\"", "\"tampered.body\"");
  }

  @Test
  void nobodyThereIsNotAMerchantsFault() {
    Cli.Result result = Cli.runNow(ENV, "inquire", "http://127.0.0.1:9" + PATH, "--number", NUMBER);

    assertThat(result.code()).isEqualTo(ExitCode.UNUSABLE_PEER);
    assertThat(result.err()).contains("127.0.0.1:9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inquire|expected the URL of an inquiry endpoint",
        "inquire http://127.0.0.1:1/x|expected --number",
        "inquire http://127.0.0.1:1/x --number 1 --channel cards|expected a channel that asks (va",
        "inquire http://127.0.0.1:1/x --number 1 --channel snap.va|expected --doku-key",
        "inquire http://127.0.0.1:1/x --number 1 --method X|expected a method",
        "inquire http://127.0.0.1:1/x --number 1 --timeout 0|expected --timeout from 1 to 300",
        "inquire ftp://127.0.0.1/x --number 1|expected a URL"
      })
  void wrongUsageIsTold(String command, String said) {
    Cli.Result result = Cli.runNow(ENV, (Object[]) command.split(" ", -1));

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains(said);
  }

  private static String line(Cli.Result result, String requirement) {
    return result.out().lines().filter(line -> line.contains(requirement)).findFirst().orElse("");
  }

  private Cli.Result inquire(String... options) throws IOException {
    if (server == null) {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
    Object[] args = new Object[4 + options.length];
    args[0] = "inquire";
    args[1] = url;
    args[2] = "--number";
    args[3] = NUMBER;
    System.arraycopy(options, 0, args, 4, options.length);
    return Cli.runNow(ENV, args);
  }

  private boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] question = exchange.getRequestBody().readAllBytes();
      String text = new String(question, UTF_8);
      if (has(Flaw.FAILS)) {
        exchange.sendResponseHeaders(500, -1);
      } else if (!has(Flaw.TRUSTS_ANYBODY) && !isGenuine(exchange, question)) {
        exchange.sendResponseHeaders(401, -1);
      } else if (!text.contains(NUMBER) && !has(Flaw.KNOWS_EVERY_NUMBER)) {
        respond(exchange, question, 404, "billing_not_found");
      } else {
        respond(exchange, question, 200, "success");
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isGenuine(HttpExchange exchange, byte[] question)
      throws GeneralSecurityException {
    String said = header(exchange, "Signature");
    boolean right = said.equals(signature(exchange, "Request-Timestamp", PATH, question));
    return right
        || (has(Flaw.IGNORES_ITS_PATH)
            && said.equals(signature(exchange, "Request-Timestamp", "/some/other/path", question)));
  }

  private void respond(HttpExchange exchange, byte[] question, int status, String state)
      throws IOException, GeneralSecurityException {
    boolean store = new String(question, UTF_8).contains("online_to_offline");
    String kind = store ? "online_to_offline" : "virtual_account";
    String code = store ? "payment_code" : "virtual_account_number";
    String number = has(Flaw.OTHER_NUMBER) ? "8800000000000002" : NUMBER;
    byte[] body =
        ("{\"order\":{\"invoice_number\":\"INV-1\",\"amount\":"
                + (has(Flaw.OTHER_AMOUNT) ? 100_000 : 150_000)
                + "},\""
                + kind
                + "_info\":{\""
                + code
                + "\":\""
                + number
                + "\"},\""
                + kind
                + "_inquiry\":{\"status\":\""
                + state
                + "\"},\"customer\":{\"name\":\"Anton\"}}")
            .getBytes(UTF_8);
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Client-Id", header(exchange, "Client-Id"));
    exchange.getResponseHeaders().set("Request-Id", header(exchange, "Request-Id"));
    exchange.getResponseHeaders().set("Response-Timestamp", now);
    if (!has(Flaw.UNSIGNED)) {
      exchange
          .getResponseHeaders()
          .set("Signature", answerSignature(exchange, now, question, body));
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private String answerSignature(HttpExchange exchange, String now, byte[] question, byte[] body)
      throws GeneralSecurityException {
    if (has(Flaw.REQUEST_TIMESTAMP)) {
      return signature(exchange, "Request-Timestamp", PATH, body);
    }
    String path = has(Flaw.PATH_OF_DOKU) ? "/bca-virtual-account/v2/payment-code" : PATH;
    byte[] digested = has(Flaw.DIGEST_OF_THE_QUESTION) ? question : body;
    return signed(
        "Client-Id:" + header(exchange, "Client-Id"),
        "Request-Id:" + header(exchange, "Request-Id"),
        "Response-Timestamp:" + now,
        has(Flaw.PATH_MISSING) ? "" : "Request-Target:" + path,
        "Digest:" + digest(digested));
  }

  private static String signature(HttpExchange exchange, String time, String path, byte[] body)
      throws GeneralSecurityException {
    return signed(
        "Client-Id:" + header(exchange, "Client-Id"),
        "Request-Id:" + header(exchange, "Request-Id"),
        time + ":" + header(exchange, time),
        "Request-Target:" + path,
        "Digest:" + digest(body));
  }

  private static String signed(String... lines) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    String text = String.join("\n", Arrays.stream(lines).filter(line -> !line.isEmpty()).toList());
    return "HMACSHA256=" + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }

  private static String digest(byte[] body) throws GeneralSecurityException {
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }
}
