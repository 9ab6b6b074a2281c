package shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shop's own client of DOKU's Akulaku API: nothing but the JDK. */
public final class DokuClient {
  private static final String ORDERS = "/akulaku-peer-to-peer/v2/generate-order";
  private static final String STATUS = "/orders/v1/status/";

  private final URI base;
  private final String clientId;
  private final String secretKey;
  private final HttpClient http = HttpClient.newHttpClient();

  public DokuClient(URI base, String clientId, String secretKey) {
    this.base = base;
    this.clientId = clientId;
    this.secretKey = secretKey;
  }

  /** Orders one thing, and returns where the customer pays. */
  public String order(String invoice, long price) throws IOException, InterruptedException {
    String answer = post(ORDERS, body(invoice, price));
    if (!field(answer, "status").equals("PENDING")) {
      throw new IOException("the order is " + field(answer, "status"));
    }
    return field(answer, "url");
  }

  /** Returns the status of the transaction. */
  public String status(String invoice) throws IOException, InterruptedException {
    String answer = send("GET", STATUS + invoice, new byte[0]);
    return field(answer, "status");
  }

  private static String body(String invoice, long price) {
    return """
        {
          "order": {
            "invoice_number": "%1$s",
            "amount": %2$d,
            "line_items": [
              {"name": "T-Shirt", "price": %2$d, "quantity": 1, "sku": "TS-1", "category": "Shirt"}
            ],
            "callback_url": "https://shop.example/thanks"
          },
          "payment": {"merchant_unique_reference": "%1$s"},
          "customer": {"id": "C-1", "name": "Fake Customer", "phone": "6280000000000"}
        }
        """
        .formatted(invoice, price);
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body.getBytes(UTF_8));
  }

  private String send(String method, String path, byte[] body)
      throws IOException, InterruptedException {
    String requestId = UUID.randomUUID().toString();
    String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String signature = signature(requestId, "Request-Timestamp:" + now, path, body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .header("Client-Id", clientId)
            .header("Request-Id", requestId)
            .header("Request-Timestamp", now)
            .header("Signature", signature)
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("DOKU answered " + response.statusCode());
    }
    verify(response, requestId, path);
    return new String(response.body(), UTF_8);
  }

  private void verify(HttpResponse<byte[]> response, String requestId, String path)
      throws IOException {
    String timestamp = response.headers().firstValue("Response-Timestamp").orElse("");
    String expected =
        signature(requestId, "Response-Timestamp:" + timestamp, path, response.body());
    String actual = response.headers().firstValue("Signature").orElse("");
    if (!MessageDigest.isEqual(expected.getBytes(UTF_8), actual.getBytes(UTF_8))) {
      throw new IOException("the answer's signature is not DOKU's");
    }
  }

  private String signature(String requestId, String timestampLine, String path, byte[] body) {
    try {
      String text =
          "Client-Id:" + clientId + "\n"
              + "Request-Id:" + requestId + "\n"
              + timestampLine + "\n"
              + "Request-Target:" + path;
      if (body.length > 0) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
        text += "\nDigest:" + Base64.getEncoder().encodeToString(digest);
      }
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secretKey.getBytes(UTF_8), "HmacSHA256"));
      return "HMACSHA256=" + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns a string of the answer; a real shop uses its JSON library. */
  private static String field(String json, String name) throws IOException {
    Matcher field = Pattern.compile('"' + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!field.find()) {
      throw new IOException("the answer has no " + name);
    }
    return field.group(1);
  }
}
