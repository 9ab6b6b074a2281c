import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shop that is paid at DOKU Checkout, right and small: Java 17 or newer, and Jackson 3. */
public final class Shop {
  private static final String DOKU = System.getenv("DOKU_BASE_URL");
  private static final String CLIENT_ID = System.getenv("DOKU_CLIENT_ID");
  private static final String SECRET = System.getenv("DOKU_SECRET_KEY");
  private static final String NOTIFICATIONS = "/payments/notifications";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Map<String, Order> ORDERS = new ConcurrentHashMap<>();

  private record Order(long amount, String state) {}

  private record Answer(int status, Object content) {}

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server = HttpServer.create(here, 0);
    server.createContext("/", Shop::serve);
    server.start();
    System.out.println("shop at http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The digest is of the very bytes that go over the wire, or came over it. */
  private static byte[] signature(
      String requestId, String timestampName, String timestamp, String target, byte[] bytes)
      throws GeneralSecurityException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    String text =
        String.join(
            "\n",
            "Client-Id:" + CLIENT_ID,
            "Request-Id:" + requestId,
            timestampName + ":" + timestamp,
            "Request-Target:" + target,
            "Digest:" + Base64.getEncoder().encodeToString(digest));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return ("HMACSHA256=" + Base64.getEncoder().encodeToString(code))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isSame(byte[] wanted, String got) {
    return MessageDigest.isEqual(wanted, got.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks for a page at which the customer pays; returns its address. */
  private static String checkout(String invoice, long amount)
      throws IOException, InterruptedException, GeneralSecurityException {
    String target = "/checkout/v1/payment";
    String requestId = UUID.randomUUID().toString();
    String timestamp = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of(
                "order",
                Map.of(
                    "invoice_number", invoice,
                    "amount", amount,
                    "auto_redirect", true,
                    "callback_url", "https://shop.example/thanks"),
                "payment",
                Map.of(
                    "payment_due_date",
                    60,
                    "payment_method_types",
                    List.of("VIRTUAL_ACCOUNT_BCA", "CREDIT_CARD", "QRIS")),
                "customer",
                Map.of("name", "Anton Budiman", "email", "anton@example.com")));
    String signature =
        new String(
            signature(requestId, "Request-Timestamp", timestamp, target, body),
            StandardCharsets.UTF_8);
    HttpResponse<byte[]> response =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(DOKU + target))
                .header("Client-Id", CLIENT_ID)
                .header("Request-Id", requestId)
                .header("Request-Timestamp", timestamp)
                .header("Signature", signature)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      String said = new String(response.body(), StandardCharsets.UTF_8);
      throw new IOException("DOKU answered " + response.statusCode() + " " + said);
    }
    String answered = response.headers().firstValue("Response-Timestamp").orElse("");
    byte[] wanted =
        signature(requestId, "Response-Timestamp", answered, target, response.body());
    if (!isSame(wanted, response.headers().firstValue("Signature").orElse(""))) {
      throw new IOException("this response is not DOKU's");
    }
    return JSON.readTree(response.body()).at("/response/payment/url").asString();
  }

  /** Takes what DOKU tells of a payment; returns the status to answer with. */
  private static int notified(HttpExchange request, byte[] bytes) throws GeneralSecurityException {
    byte[] wanted =
        signature(
            header(request, "Request-Id"),
            "Request-Timestamp",
            header(request, "Request-Timestamp"),
            request.getRequestURI().getRawPath(),
            bytes);
    if (!header(request, "Client-Id").equals(CLIENT_ID)
        || !isSame(wanted, header(request, "Signature"))) {
      return 401;
    }
    JsonNode told = JSON.readTree(bytes);
    boolean paid = told.at("/transaction/status").asString("").equals("SUCCESS");
    JsonNode amount = told.at("/order/amount");
    // After FAILED the customer may take another method, so only SUCCESS ends an order; a second
    // one changes nothing.
    ORDERS.computeIfPresent(
        told.at("/order/invoice_number").asString(""),
        (invoice, order) ->
            paid && amount.isNumber() && amount.asDouble() == order.amount()
                ? new Order(order.amount(), "PAID")
                : order);
    return 200;
  }

  private static String header(HttpExchange request, String name) {
    String value = request.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static Answer answer(HttpExchange request)
      throws IOException, InterruptedException, GeneralSecurityException {
    String path = request.getRequestURI().getPath();
    byte[] bytes = request.getRequestBody().readAllBytes();
    if (request.getRequestMethod().equals("POST") && path.equals(NOTIFICATIONS)) {
      return new Answer(notified(request, bytes), Map.of());
    }
    if (request.getRequestMethod().equals("POST") && path.equals("/buy")) {
      String invoice = "INV-" + UUID.randomUUID().toString().substring(0, 18);
      long amount = Long.parseLong(request.getRequestURI().getQuery().replace("amount=", ""));
      ORDERS.put(invoice, new Order(amount, "PENDING"));
      return new Answer(200, Map.of("invoice", invoice, "url", checkout(invoice, amount)));
    }
    Order order = ORDERS.get(path.replace("/orders/", ""));
    return order == null ? new Answer(404, Map.of()) : new Answer(200, order);
  }

  private static void serve(HttpExchange request) throws IOException {
    Answer answer;
    try {
      answer = answer(request);
    } catch (JacksonException e) {
      answer = new Answer(400, Map.of("error", "no JSON"));
    } catch (IOException | InterruptedException | GeneralSecurityException e) {
      answer = new Answer(502, Map.of("error", String.valueOf(e.getMessage())));
    }
    byte[] content = JSON.writeValueAsBytes(answer.content());
    request.getResponseHeaders().set("Content-Type", "application/json");
    request.sendResponseHeaders(answer.status(), content.length);
    request.getResponseBody().write(content);
    request.close();
  }
}
