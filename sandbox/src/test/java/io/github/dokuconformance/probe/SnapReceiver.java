package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.sandbox.SnapKeys;
import io.github.dokuconformance.signature.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A right merchant for SNAP, over HTTP, on the JDK's cryptography alone: it gives tokens and hears
 * of payments. Each flaw of a wrong one overrides a step.
 */
class SnapReceiver implements AutoCloseable {
  static final String CLIENT_ID = "MCH-TEST-0001";
  static final String TOKENS = "/authorization/v1/access-token/b2b";
  static final String PATH = "/shop/v1.1/transfer-va/payment";

  final AtomicInteger bookings = new AtomicInteger();
  private final Set<String> booked = ConcurrentHashMap.newKeySet();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  SnapReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(TOKENS, exchange -> serve(exchange, this::token));
    server.createContext(PATH, exchange -> serve(exchange, this::notification));
    server.start();
  }

  /** What one of the places does with a message. */
  private interface Work {
    String answer(HttpExchange exchange, byte[] body);
  }

  private void serve(HttpExchange exchange, Work work) throws IOException {
    try (exchange) {
      int status = 200;
      String answer;
      try {
        answer = work.answer(exchange, exchange.getRequestBody().readAllBytes());
      } catch (Receiver.Refusal refusal) {
        refused();
        status = refusal.status;
        answer = "{}";
      }
      byte[] bytes = answer.getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private String token(HttpExchange exchange, byte[] body) {
    Receiver.require(isDoku(exchange), 401);
    return "{\"responseCode\":\"2007300\",\"responseMessage\":\"Successful\",\"accessToken\":\""
        + jwt()
        + "\",\"tokenType\":\"Bearer\",\"expiresIn\":"
        + life()
        + ",\"additionalInfo\":\"\"}";
  }

  boolean isDoku(HttpExchange exchange) {
    String client = header(exchange, "X-CLIENT-KEY");
    String text = client + "|" + header(exchange, "X-TIMESTAMP");
    try {
      return client.equals(CLIENT_ID)
          && verifies(
              SnapKeys.DOKU.publicKey(),
              text,
              Base64.getDecoder().decode(header(exchange, "X-SIGNATURE")));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** For how many seconds a token lives. */
  int life() {
    return 900;
  }

  private String jwt() {
    String text =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(UTF_8))
            + "."
            + encoded(
                ("{\"exp\":"
                        + Instant.now().plusSeconds(life()).getEpochSecond()
                        + ",\"clientId\":\""
                        + CLIENT_ID
                        + "\"}")
                    .getBytes(UTF_8));
    return text + "." + encoded(SnapKeys.MERCHANT.sign(Hash.SHA256, text.getBytes(US_ASCII)));
  }

  private String notification(HttpExchange exchange, byte[] body) {
    String token = bearer(exchange);
    Receiver.require(isOwnToken(token), 401);
    Receiver.require(isSigned(exchange, body, token), 401);
    Receiver.require(isOwn(header(exchange, "X-PARTNER-ID")), 401);
    Receiver.require(isFresh(header(exchange, "X-TIMESTAMP")), 401);
    JsonNode told = parse(body);
    Receiver.require(told.path("trxId").isString(), 400);
    if (booked.add(told.path("trxId").asString())) {
      bookings.incrementAndGet();
    } else {
      again();
    }
    return "{\"responseCode\":\"2002500\",\"responseMessage\":\"Successful\"}";
  }

  String bearer(HttpExchange exchange) {
    String authorization = header(exchange, "Authorization");
    Receiver.require(authorization.startsWith("Bearer "), 401);
    return authorization.substring("Bearer ".length());
  }

  /** Is told of an order that was booked before. */
  void again() {}

  /** Is told of a message that was refused. */
  void refused() {}

  boolean isOwnToken(String token) {
    int payload = token.indexOf('.');
    int signature = token.lastIndexOf('.');
    try {
      return payload > 0
          && signature > payload
          && parse(decoded(token.substring(0, payload))).path("alg").asString("").equals("RS256")
          && verifies(
              SnapKeys.MERCHANT.publicKey(),
              token.substring(0, signature),
              decoded(token.substring(signature + 1)))
          && lives(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  boolean lives(String token) {
    return isAlive(token);
  }

  static boolean isAlive(String token) {
    String claims = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    return parse(decoded(claims)).path("exp").asLong(0) > Instant.now().getEpochSecond();
  }

  boolean isSigned(HttpExchange exchange, byte[] body, String token) {
    return isSame(
        mac(text(exchange, path(exchange), hashed(body), token)), header(exchange, "X-SIGNATURE"));
  }

  static String text(HttpExchange exchange, String path, byte[] hashed, String token) {
    return String.join(
        ":",
        exchange.getRequestMethod(),
        path,
        token,
        HexFormat.of().formatHex(Receiver.sha256(hashed)),
        header(exchange, "X-TIMESTAMP"));
  }

  String path(HttpExchange exchange) {
    return exchange.getRequestURI().getRawPath();
  }

  /** Takes white space outside of strings out. */
  byte[] hashed(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean inString = false;
    for (int i = 0; i < body.length; i++) {
      byte b = body[i];
      if (inString && b == '\\') {
        out.write(b);
        i++;
        out.write(i < body.length ? body[i] : b);
        continue;
      }
      inString ^= b == '"';
      if (inString || " \t\r\n".indexOf(b) < 0) {
        out.write(b);
      }
    }
    return out.toByteArray();
  }

  boolean isSame(String expected, String got) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), got.getBytes(UTF_8));
  }

  boolean isOwn(String partnerId) {
    return partnerId.equals(CLIENT_ID);
  }

  boolean isFresh(String timestamp) {
    try {
      Duration age = Duration.between(OffsetDateTime.parse(timestamp).toInstant(), Instant.now());
      return age.abs().compareTo(Duration.ofDays(1)) <= 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  static JsonNode parse(byte[] body) {
    try {
      JsonNode tree = JsonMapper.shared().readTree(body);
      Receiver.require(tree.isObject(), 400);
      return tree;
    } catch (JacksonException e) {
      throw new Receiver.Refusal(400);
    }
  }

  static String mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(SnapKeys.SECRET.getBytes(UTF_8), "HmacSHA512"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean verifies(PublicKey key, String text, byte[] signature) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initVerify(key);
      rsa.update(text.getBytes(UTF_8));
      return rsa.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decoded(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
