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
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A shop's own client of DOKU's virtual accounts by SNAP: nothing but the JDK. */
public final class SnapClient {
  private static final String TOKENS = "/authorization/v1/access-token/b2b";
  private static final String CREATE = "/virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DIGITS = 20;

  private final URI base;
  private final String clientId;
  private final String secretKey;
  private final PrivateKey privateKey;
  private final HttpClient http = HttpClient.newHttpClient();

  public SnapClient(URI base, String clientId, String secretKey, String privateKeyPem)
      throws GeneralSecurityException {
    this.base = base;
    this.clientId = clientId;
    this.secretKey = secretKey;
    String base64 = privateKeyPem.replaceAll("-----[A-Z ]+-----|\\s", "");
    this.privateKey =
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  /** Asks for a number to which a customer pays that much, and returns it. */
  public String number(String invoice, long rupiah)
      throws IOException, InterruptedException, GeneralSecurityException {
    // A real shop keeps the token for as long as expiresIn says.
    return field(create(token(), body(invoice, rupiah)), "virtualAccountNo");
  }

  private String token() throws IOException, InterruptedException, GeneralSecurityException {
    String now = now();
    Signature rsa = Signature.getInstance("SHA256withRSA");
    rsa.initSign(privateKey);
    rsa.update((clientId + "|" + now).getBytes(UTF_8));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + TOKENS))
            .header("X-CLIENT-KEY", clientId)
            .header("X-TIMESTAMP", now)
            .header("X-SIGNATURE", Base64.getEncoder().encodeToString(rsa.sign()));
    return field(send(request, "{\"grantType\":\"client_credentials\"}"), "accessToken");
  }

  private String create(String token, String body)
      throws IOException, InterruptedException, GeneralSecurityException {
    String now = now();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + CREATE))
            .header("X-PARTNER-ID", clientId)
            .header("X-EXTERNAL-ID", externalId())
            .header("X-TIMESTAMP", now)
            .header("X-SIGNATURE", signature("POST", CREATE, token, body, now))
            .header("Authorization", "Bearer " + token)
            .header("CHANNEL-ID", "H2H");
    return send(request, body);
  }

  private String signature(String method, String path, String token, String body, String now)
      throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
    String text = String.join(":", method, path, token, HexFormat.of().formatHex(hash), now);
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(secretKey.getBytes(UTF_8), "HmacSHA512"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }

  /** Without white space, a body is what is hashed as it stands. */
  private static String body(String invoice, long rupiah) {
    return ("{'partnerServiceId':'    1899','customerNo':'20260131001',"
            + "'virtualAccountNo':'    189920260131001','virtualAccountName':'Fake Customer',"
            + "'trxId':'%s','totalAmount':{'value':'%d.00','currency':'IDR'},"
            + "'additionalInfo':{'channel':'VIRTUAL_ACCOUNT_BRI'},'virtualAccountTrxType':'C'}")
        .formatted(invoice, rupiah)
        .replace('\'', '"');
  }

  private String send(HttpRequest.Builder request, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        http.send(
            request
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException("DOKU answered " + field(response.body(), "responseCode"));
    }
    return response.body();
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** Digits that no other request of the day has. */
  private static String externalId() {
    return RANDOM
        .ints(DIGITS, '1', '9' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
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
