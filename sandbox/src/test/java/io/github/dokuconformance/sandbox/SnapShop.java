package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A merchant whom DOKU calls by SNAP: gives tokens, hears of payments, says what there is to pay.
 * It verifies by the JDK alone, with nothing of the program under test.
 */
final class SnapShop implements AutoCloseable {
  static final String TOKENS = "/authorization/v1/access-token/b2b";
  static final String NOTIFICATIONS = "/doku/v1.1/transfer-va/payment";
  static final String INQUIRIES = "/doku/v1.1/transfer-va/inquiry";

  private final HttpServer server;
  private final String clientId;
  private final String secret;
  private final Set<String> given = ConcurrentHashMap.newKeySet();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  /** What it took for genuine. */
  final List<JsonNode> heard = new CopyOnWriteArrayList<>();

  /** Why it refused what came, one each. */
  final List<String> refused = new CopyOnWriteArrayList<>();

  volatile @Nullable PublicKey ofDoku;
  volatile boolean givesTokens = true;

  SnapShop(String clientId, String secret) {
    this.clientId = clientId;
    this.secret = secret;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(TOKENS, this::token);
    server.createContext(NOTIFICATIONS, this::notification);
    server.createContext(INQUIRIES, this::inquiry);
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  int tokensGiven() {
    return given.size();
  }

  private void token(HttpExchange exchange) throws IOException {
    try (exchange) {
      String client = header(exchange, "X-CLIENT-KEY");
      String text = client + "|" + header(exchange, "X-TIMESTAMP");
      if (!givesTokens || !client.equals(clientId) || !isOfDoku(exchange, text)) {
        refused.add("token");
        answer(
            exchange,
            401,
            "{\"responseCode\":\"4017300\",\"responseMessage\":\"Unauthorized. Signature\"}");
        return;
      }
      String token = "TOKEN-" + UUID.randomUUID();
      given.add(token);
      answer(
          exchange,
          200,
          "{\"responseCode\":\"2007300\",\"responseMessage\":\"Successful\",\"accessToken\":\""
              + token
              + "\",\"tokenType\":\"Bearer\",\"expiresIn\":900,\"additionalInfo\":\"\"}");
    }
  }

  private boolean isOfDoku(HttpExchange exchange, String text) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initVerify(requireNonNull(ofDoku));
      rsa.update(text.getBytes(UTF_8));
      return rsa.verify(Base64.getDecoder().decode(header(exchange, "X-SIGNATURE")));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private void notification(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (isGenuine(exchange, body)) {
        JsonNode told = JsonMapper.shared().readTree(body);
        heard.add(told);
        String service = told.has("trxId") ? "25" : "56";
        answer(
            exchange,
            200,
            "{\"responseCode\":\"200" + service + "00\",\"responseMessage\":\"Successful\"}");
      } else {
        answer(
            exchange,
            401,
            "{\"responseCode\":\"4012500\",\"responseMessage\":\"Unauthorized. Signature\"}");
      }
    }
  }

  private void inquiry(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (!isGenuine(exchange, body)) {
        answer(
            exchange,
            401,
            "{\"responseCode\":\"4012400\",\"responseMessage\":\"Unauthorized. Signature\"}");
        return;
      }
      JsonNode asked = JsonMapper.shared().readTree(body);
      heard.add(asked);
      String number = asked.path("virtualAccountNo").asString("");
      boolean limited = number.endsWith("8");
      if (!limited && !number.endsWith("7")) {
        answer(
            exchange,
            404,
            "{\"responseCode\":\"4042412\",\"responseMessage\":\"Invalid Bill/Virtual Account\"}");
        return;
      }
      answer(
          exchange,
          200,
          ("{'responseCode':'2002400','responseMessage':'Successful','virtualAccountData':{"
                  + "'partnerServiceId':'%s','customerNo':'%s','virtualAccountNo':'%s',"
                  + "'virtualAccountName':'FAKE Customer','totalAmount':{'value':'25000.00',"
                  + "'currency':'IDR'},'virtualAccountTrxType':'%s','additionalInfo':{'channel':"
                  + "'VIRTUAL_ACCOUNT_BRI','trxId':'INV-ASKED-1'%s},'inquiryStatus':'00',"
                  + "'inquiryReason':{'english':'Success','indonesia':'Sukses'},"
                  + "'inquiryRequestId':'%s'}}")
              .formatted(
                  asked.path("partnerServiceId").asString(""),
                  asked.path("customerNo").asString(""),
                  number,
                  limited ? "V" : "C",
                  limited
                      ? ",'virtualAccountConfig':{'minAmount':'5000.00','maxAmount':'40000.00'}"
                      : "",
                  asked.path("inquiryRequestId").asString(""))
              .replace('\'', '"'));
    }
  }

  /** The body came without white space, so it is its own minified form. */
  private boolean isGenuine(HttpExchange exchange, byte[] body) {
    String authorization = header(exchange, "Authorization");
    String token = authorization.replaceFirst("^Bearer ", "");
    String text =
        exchange.getRequestMethod()
            + ":"
            + exchange.getRequestURI().getRawPath()
            + ":"
            + token
            + ":"
            + sha256(body)
            + ":"
            + header(exchange, "X-TIMESTAMP");
    if (!authorization.startsWith("Bearer ") || !given.contains(token)) {
      refused.add("access token");
    } else if (!MessageDigest.isEqual(
        hmac(secret, text).getBytes(US_ASCII),
        header(exchange, "X-SIGNATURE").getBytes(US_ASCII))) {
      refused.add("signature");
    } else if (!ids.add(header(exchange, "X-EXTERNAL-ID"))) {
      refused.add("id");
    } else {
      return true;
    }
    return false;
  }

  static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA512"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
