package io.github.dokuconformance.pact.junit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.dokuconformance.pact.Kit;
import io.github.dokuconformance.schemas.ContractFiles;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A merchant's client that speaks SNAP, by the platform's own cryptography, against the sandbox and
 * the mock.
 */
class SnapClientTest {
  private static final String TOKENS = "/authorization/v1/access-token/b2b";
  private static final String ACCOUNTS = "/virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va";

  @Test
  void rightClientPassesAndTheMistakeOfAWrongOneIsNamed() {
    Map<String, String> outcomes = Kit.run(selectClass(OfSandbox.class));

    assertThat(outcomes.get("makesAnAccount(DokuServer)")).isEmpty();
    assertThat(outcomes.get("signsWithoutTheToken(DokuServer)"))
        .contains("signature.mismatch", "token");
    assertThat(outcomes.get("knowsDoku(DokuServer)")).contains("nothing was exercised");
  }

  @Test
  void mockServerTakesTheRightClientAndNamesTheMistakesOfOthers() {
    Map<String, String> outcomes = Kit.run(selectClass(OfMock.class));

    assertThat(outcomes.get("makesAnAccount(DokuServer)")).isEmpty();
    assertThat(outcomes.get("hearsThatItsTokenIsNotKnown(DokuServer)")).isEmpty();
    assertThat(outcomes.get("signsWithoutTheToken(DokuServer)"))
        .contains("signature.mismatch", "snap.token.empty");
    assertThat(outcomes.get("sendsATokenOfItsOwn(DokuServer)"))
        .contains("expected an access token that MCH-TEST-0001 was given", "got one that was not")
        .doesNotContain("signature.mismatch");
    assertThat(outcomes.get("asksWithAnotherKey(DokuServer)")).contains("signature.mismatch");
    assertThat(outcomes.get("leavesAHeaderOut(DokuServer)"))
        .contains("header.needed", "CHANNEL-ID")
        .doesNotContain("signature.mismatch");
    assertThat(outcomes).hasSize(6);
  }

  /** Run by the tests above alone. */
  @DokuTest(DokuTest.Backend.SANDBOX)
  static class OfSandbox {
    @Test
    void makesAnAccount(DokuServer doku) throws Exception {
      String token = token(doku);
      HttpResponse<String> answer = create(doku, token, token);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(json(answer).path("responseCode").asString()).isEqualTo("2002700");
    }

    @Test
    void signsWithoutTheToken(DokuServer doku) throws Exception {
      assertThat(create(doku, token(doku), "").statusCode()).isEqualTo(401);
    }

    @Test
    void knowsDoku(DokuServer doku) throws Exception {
      String pem = doku.dokuPublicKey();

      KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(pem)));
    }
  }

  /** As above. */
  @DokuTest
  static class OfMock {
    @Test
    @Interactions({Interactions.SNAP_TOKEN, Interactions.SNAP_VA_CREATE})
    void makesAnAccount(DokuServer doku) throws Exception {
      String token = token(doku);
      HttpResponse<String> answer = create(doku, token, token);

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(json(answer).path("responseCode").asString()).isEqualTo("2002700");
      assertThat(json(answer).at("/virtualAccountData/trxId").asString()).startsWith("INV-");
    }

    @Test
    @Interactions({Interactions.SNAP_TOKEN, Interactions.SNAP_VA_REFUSED_TOKEN})
    void hearsThatItsTokenIsNotKnown(DokuServer doku) throws Exception {
      String token = token(doku);
      HttpResponse<String> answer = create(doku, token, token);

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(json(answer).path("responseCode").asString()).isEqualTo("4012701");
    }

    @Test
    @Interactions({Interactions.SNAP_TOKEN, Interactions.SNAP_VA_CREATE})
    void signsWithoutTheToken(DokuServer doku) throws Exception {
      assertThat(create(doku, token(doku), "").statusCode()).isEqualTo(401);
    }

    @Test
    @Interactions({Interactions.SNAP_TOKEN, Interactions.SNAP_VA_CREATE})
    void sendsATokenOfItsOwn(DokuServer doku) throws Exception {
      token(doku);

      assertThat(create(doku, "FAKE.TOKEN", "FAKE.TOKEN").statusCode()).isEqualTo(401);
    }

    @Test
    @Interactions(Interactions.SNAP_TOKEN)
    void asksWithAnotherKey(DokuServer doku) throws Exception {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);

      assertThat(token(doku, generator.generateKeyPair().getPrivate())).isEmpty();
    }

    @Test
    @Interactions({Interactions.SNAP_TOKEN, Interactions.SNAP_VA_CREATE})
    void leavesAHeaderOut(DokuServer doku) throws Exception {
      String token = token(doku);

      send(request(doku, token, token));
    }
  }

  private static String token(DokuServer doku) throws Exception {
    return token(
        doku,
        KeyFactory.getInstance("RSA")
            .generatePrivate(new PKCS8EncodedKeySpec(der(doku.privateKey()))));
  }

  private static String token(DokuServer doku, PrivateKey key) throws Exception {
    String now = now();
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update((doku.clientId() + "|" + now).getBytes(UTF_8));
    HttpRequest.Builder request =
        post(doku, TOKENS, "{\"grantType\":\"client_credentials\"}")
            .header("X-CLIENT-KEY", doku.clientId())
            .header("X-TIMESTAMP", now)
            .header("X-SIGNATURE", Base64.getEncoder().encodeToString(signature.sign()));
    return json(send(request)).path("accessToken").asString();
  }

  private static HttpResponse<String> create(DokuServer doku, String token, String signed)
      throws Exception {
    return send(request(doku, token, signed).header("CHANNEL-ID", "H2H"));
  }

  /** Returns a request for an account that lacks a header. */
  private static HttpRequest.Builder request(DokuServer doku, String token, String signed)
      throws Exception {
    String body;
    try (InputStream in = ContractFiles.open("examples/snap.va.create/request-minimal.json")) {
      // Without white space a body is the same under each reading of what is hashed.
      body = JsonMapper.shared().writeValueAsString(JsonMapper.shared().readTree(in));
    }
    String now = now();
    String digest =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(doku.secretKey().getBytes(UTF_8), "HmacSHA512"));
    byte[] signature =
        mac.doFinal(String.join(":", "POST", ACCOUNTS, signed, digest, now).getBytes(UTF_8));
    return post(doku, ACCOUNTS, body)
        .header("X-PARTNER-ID", doku.clientId())
        .header("X-EXTERNAL-ID", Long.toString(System.nanoTime()))
        .header("X-TIMESTAMP", now)
        .header("X-SIGNATURE", Base64.getEncoder().encodeToString(signature))
        .header("Authorization", "Bearer " + token);
  }

  private static HttpRequest.Builder post(DokuServer doku, String path, String body) {
    return HttpRequest.newBuilder(URI.create(doku.url() + path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static byte[] der(String pem) {
    String base64 = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
    return Base64.getDecoder().decode(base64.getBytes(US_ASCII));
  }
}
