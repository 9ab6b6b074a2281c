package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Hash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant that is asked by SNAP, right and with one mistake at a time. */
@Timeout(60)
class SnapInquireTest {
  private static final String SECRET = "SK-TEST-inquire-NOT-A-SECRET";
  private static final Map<String, String> ENV =
      Map.of("DOKU_SECRET_KEY", SECRET, "DOKU_CLIENT_ID", "BRN-FAKE-0001");
  private static final String PATH = "/shop/v1.1/transfer-va/inquiry";
  private static final String TOKENS = "/authorization/v1/access-token/b2b";
  private static final String NUMBER = "    189920260131001";
  private static final Path DOKU = Path.of("../examples/snap");

  /** What a merchant does wrong. */
  enum Flaw {
    LOOKS_AT_THE_TOKEN_ALONE,
    TAKES_ANY_TOKEN,
    SIGNS_ANOTHER_PATH,
    DROPS_THE_BLANKS,
    OTHER_AMOUNT,
    CODE_OF_ANOTHER_OPERATION,
    GIVES_NO_TOKEN
  }

  private final Set<String> given = ConcurrentHashMap.newKeySet();
  private Set<Flaw> flaws = EnumSet.noneOf(Flaw.class);
  private HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void rightMerchantIsClean() throws IOException {
    Cli.Result result = inquire("--level", "should");

    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out())
        .contains("conformant at level should: 12 requirements, 12 passed")
        .doesNotContain("answer.signed");
    assertThat(given).hasSize(1);
    assertThat(result.out() + result.err()).doesNotContain(given);
  }

  @ParameterizedTest
  @CsvSource({
    "LOOKS_AT_THE_TOKEN_ALONE, forged.no-signature, 200",
    "LOOKS_AT_THE_TOKEN_ALONE, forged.other-key, 200",
    "LOOKS_AT_THE_TOKEN_ALONE, forged.other-path, 200",
    "LOOKS_AT_THE_TOKEN_ALONE, tampered.body, 200",
    "TAKES_ANY_TOKEN, token.other, 200",
    "TAKES_ANY_TOKEN, token.missing, 200",
    "SIGNS_ANOTHER_PATH, genuine.answered, 401",
    "DROPS_THE_BLANKS, answer.contract, account.number",
    "OTHER_AMOUNT, answer.amount, 100000.00",
    "CODE_OF_ANOTHER_OPERATION, answer.contract, response-code.service"
  })
  void mistakeIsFoundAndNamed(Flaw flaw, String requirement, String got) throws IOException {
    flaws = EnumSet.of(flaw);

    Cli.Result result = inquire();

    assertThat(result.code()).as(result.out()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out().lines().filter(line -> line.contains(requirement)).findFirst().get())
        .startsWith("FAILED")
        .contains("got ", got);
  }

  @Test
  void merchantThatGivesNoTokenCannotBeAsked() throws IOException {
    flaws = EnumSet.of(Flaw.GIVES_NO_TOKEN);

    Cli.Result result = inquire();

    assertThat(result.code()).isEqualTo(ExitCode.UNUSABLE_PEER);
    assertThat(result.err()).contains("expected a token from", "got 401", "DOKU's public key");
  }

  @Test
  void listIsThatOfTheChannel() {
    String all = Cli.runNow(ENV, "inquire", "--channel", "snap.va", "--list").out();

    assertThat(all).contains("token.other", "token.missing").doesNotContain("answer.signed");
    assertThat(Cli.runNow(ENV, "inquire", "--list").out())
        .contains("answer.signed")
        .doesNotContain("token.");
  }

  private Cli.Result inquire(String... options) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(TOKENS, this::token);
    server.createContext(PATH, this::answer);
    server.start();
    List<Object> args =
        new java.util.ArrayList<>(
            List.of(
                "inquire",
                "http://127.0.0.1:" + server.getAddress().getPort() + PATH,
                "--channel",
                "snap.va",
                "--number",
                NUMBER,
                "--amount",
                "150000",
                "--doku-key",
                DOKU.resolve("doku-NOT-A-SECRET.pem")));
    args.addAll(List.of(options));
    return Cli.runNow(ENV, args.toArray());
  }

  private boolean has(Flaw flaw) {
    return flaws.contains(flaw);
  }

  private void token(HttpExchange exchange) throws IOException {
    try (exchange) {
      String text = header(exchange, "X-CLIENT-KEY") + "|" + header(exchange, "X-TIMESTAMP");
      AsymmetricKey doku =
          AsymmetricKey.ofPem(Files.readString(DOKU.resolve("doku-public.pem"), UTF_8));
      byte[] signature = Base64.getDecoder().decode(header(exchange, "X-SIGNATURE"));
      if (has(Flaw.GIVES_NO_TOKEN)
          || !doku.verifies(Hash.SHA256, text.getBytes(UTF_8), signature)) {
        respond(
            exchange, 401, "{\"responseCode\":\"4017300\",\"responseMessage\":\"Unauthorized\"}");
        return;
      }
      String token = "TOKEN-" + UUID.randomUUID();
      given.add(token);
      respond(
          exchange,
          200,
          "{\"responseCode\":\"2007300\",\"responseMessage\":\"Successful\",\"accessToken\":\""
              + token
              + "\"}");
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] question = exchange.getRequestBody().readAllBytes();
      if (!isGenuine(exchange, question)) {
        respond(
            exchange, 401, "{\"responseCode\":\"4012400\",\"responseMessage\":\"Unauthorized\"}");
        return;
      }
      JsonNode asked = JsonMapper.shared().readTree(question);
      if (!asked.path("virtualAccountNo").asString("").equals(NUMBER)) {
        respond(
            exchange, 404, "{\"responseCode\":\"4042412\",\"responseMessage\":\"Invalid Bill\"}");
        return;
      }
      respond(
          exchange,
          200,
          String.format(
                  Locale.ROOT,
                  "{'responseCode':'%s','responseMessage':'Successful','virtualAccountData':{"
                      + "'partnerServiceId':'    1899','customerNo':'20260131001',"
                      + "'virtualAccountNo':'%s','virtualAccountName':'FAKE Customer',"
                      + "'totalAmount':{'value':'%s','currency':'IDR'},"
                      + "'virtualAccountTrxType':'C','additionalInfo':{'channel':"
                      + "'VIRTUAL_ACCOUNT_BRI','trxId':'INV-1'},'inquiryStatus':'00',"
                      + "'inquiryRequestId':'%s'}}",
                  has(Flaw.CODE_OF_ANOTHER_OPERATION) ? "2007300" : "2002400",
                  has(Flaw.DROPS_THE_BLANKS) ? NUMBER.strip() : NUMBER,
                  has(Flaw.OTHER_AMOUNT) ? "100000.00" : "150000.00",
                  asked.path("inquiryRequestId").asString(""))
              .replace('\'', '"'));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isGenuine(HttpExchange exchange, byte[] question)
      throws GeneralSecurityException {
    String token = header(exchange, "Authorization").replaceFirst("^Bearer ", "");
    if (!given.contains(token) && !has(Flaw.TAKES_ANY_TOKEN)) {
      return false;
    }
    if (has(Flaw.LOOKS_AT_THE_TOKEN_ALONE)) {
      return true;
    }
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA512"));
    String path = has(Flaw.SIGNS_ANOTHER_PATH) ? "/v1.1/transfer-va/inquiry" : PATH;
    // Who takes any token signs whatever one stood there when it was signed.
    for (String signed : token.isEmpty() ? given : Set.of(token)) {
      String text =
          String.join(
              ":",
              "POST",
              path,
              signed,
              HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(question)),
              header(exchange, "X-TIMESTAMP"));
      String right = Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
      if (right.equals(header(exchange, "X-SIGNATURE"))) {
        return true;
      }
    }
    return false;
  }

  private static void respond(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }
}
