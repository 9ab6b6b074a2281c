package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Request;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A right notification endpoint, on the JDK's Mac alone; each flaw of a wrong one overrides a step.
 */
class Receiver implements Function<Request, Integer> {
  static final String CLIENT_ID = "MCH-TEST-0001";
  static final String SECRET = "SK-TEST-RECEIVER-NOT-A-SECRET";
  static final String PATH = "/payments/notifications";

  /** Ends the server that the receiver is behind. */
  Runnable end = () -> {};

  final AtomicInteger bookings = new AtomicInteger();
  final Set<String> requestIds = ConcurrentHashMap.newKeySet();
  final Set<String> booked = ConcurrentHashMap.newKeySet();

  @Override
  public Integer apply(Request request) {
    try {
      return answer(request);
    } catch (Refusal refusal) {
      return refusal.status;
    } catch (RuntimeException e) {
      return onFailure();
    }
  }

  int answer(Request request) {
    require(request.method().equals("POST"), 405);
    verify(request);
    return book(request);
  }

  void verify(Request request) {
    String clientId = header(request, "Client-Id");
    String requestId = header(request, "Request-Id");
    String timestamp = header(request, "Request-Timestamp");
    String signature = signature(request);
    require(isOwn(clientId), 401);
    String expected =
        "HMACSHA256="
            + mac(
                secretOf(clientId),
                List.of(
                    "Client-Id:" + signedClientId(clientId),
                    "Request-Id:" + requestId,
                    "Request-Timestamp:" + timestamp,
                    "Request-Target:" + target(request)),
                digestLine(request));
    require(isSame(expected, signature), 401);
    require(isFresh(timestamp), 401);
  }

  int book(Request request) {
    JsonNode body = parse(request.body().toByteArray());
    JsonNode order = body.path("order");
    JsonNode status = body.path("transaction").path("status");
    require(order.path("invoice_number").isString(), 400);
    require(order.path("amount").isNumber() && status.isString(), 400);
    requestIds.add(header(request, "Request-Id"));
    if (booked.add(order.path("invoice_number").asString())) {
      bookings.incrementAndGet();
    }
    return 200;
  }

  /** Exactly one of that name, in any case. */
  String header(Request request, String name) {
    List<String> values = request.headers().all(name);
    require(values.size() == 1, 401);
    return values.get(0);
  }

  String signature(Request request) {
    return header(request, "Signature");
  }

  boolean isOwn(String clientId) {
    return clientId.equals(CLIENT_ID);
  }

  String signedClientId(String header) {
    return header;
  }

  String secretOf(String clientId) {
    return SECRET;
  }

  String target(Request request) {
    return request.target().path();
  }

  String digestLine(Request request) {
    byte[] body = digested(request.body().toByteArray());
    return body.length == 0 ? "" : "\nDigest:" + Base64.getEncoder().encodeToString(sha256(body));
  }

  byte[] digested(byte[] body) {
    return body;
  }

  boolean isSame(String expected, String got) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), got.getBytes(UTF_8));
  }

  boolean isFresh(String timestamp) {
    try {
      Duration age = Duration.between(Instant.parse(timestamp), Instant.now());
      return age.abs().compareTo(oldest()) <= 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  Duration oldest() {
    return Duration.ofHours(24);
  }

  int onFailure() {
    return 500;
  }

  JsonNode parse(byte[] body) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      JsonNode tree = JsonMapper.shared().readTree(body);
      require(tree.isObject(), 400);
      return tree;
    } catch (JacksonException | CharacterCodingException e) {
      throw new Refusal(400);
    }
  }

  static void require(boolean condition, int status) {
    if (!condition) {
      throw new Refusal(status);
    }
  }

  static String mac(String secret, List<String> lines, String digestLine) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
      byte[] key = secret.isEmpty() ? new byte[1] : secret.getBytes(UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] text = (String.join("\n", lines) + digestLine).getBytes(UTF_8);
      return Base64.getEncoder().encodeToString(mac.doFinal(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer that ends the work on a message. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int status;

    Refusal(int status) {
      super("refused", null, false, false);
      this.status = status;
    }
  }
}
