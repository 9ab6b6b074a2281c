package io.github.dokuconformance.pact;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.token.RequestIds;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.schemas.ContractFiles;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import io.github.dokuconformance.signature.snap.Snap;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;

/** A merchant whose requests are right, and can be made wrong before they are sent. */
public final class TestMerchant {
  public static final String CLIENT_ID = "MCH-TEST-0001";
  public static final String SECRET_TEXT = "SK-TEST-MERCHANT-NOT-A-SECRET";
  public static final MerchantSecret SECRET = MerchantSecret.of(SECRET_TEXT);
  public static final String GENERATE_ORDER = "/akulaku-peer-to-peer/v2/generate-order";

  /** The secret, and an RSA key to ask for tokens by. */
  public static final MerchantKeys KEYS = MerchantKeys.of(SECRET).withOwn(AsymmetricKey.make());

  private static final SigningKey KEY = SigningKey.of(SECRET);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private TestMerchant() {}

  /** Returns a signed generate-order request whose body is that example of the contract. */
  public static Request order(String example) throws IOException {
    try (InputStream in = ContractFiles.open("examples/akulaku.generate-order/" + example)) {
      return signed("POST", GENERATE_ORDER, Body.of(in.readAllBytes()));
    }
  }

  public static Request signed(String method, String target, Body body) {
    Headers headers =
        NonSnap.SCHEME
            .sign(
                Components.of(SignedPart.REQUEST, "POST", Target.of(target).path(), body)
                    .withClientId(CLIENT_ID)
                    .withRequestId(UUID.randomUUID().toString())
                    .withTimestamp(Timestamps.format(Instant.now())),
                KEY)
            .with("Content-Type", "application/json");
    return new Request(method, Target.of(target), headers, body);
  }

  /** Returns a signed request of SNAP, with a token that DOKU gave for it. */
  public static Request signedBySnap(URI base, String method, String target, Body body)
      throws IOException, InterruptedException {
    TokenForm form = TokenForm.of(Contract.bundled()).orElseThrow();
    Request ask =
        form.request(CLIENT_ID, KEYS.own().get(0), form.besides(base.resolve("/")), Instant.now());
    Headers headers =
        Snap.SYMMETRIC
            .sign(
                Components.of(SignedPart.REQUEST, method, target, body)
                    .withClientId(CLIENT_ID)
                    .withRequestId(RequestIds.next(Snap.SYMMETRIC))
                    .withTimestamp(Timestamps.format(Instant.now()))
                    .withToken(form.token(send(base, ask))),
                KEY)
            .with("CHANNEL-ID", "H2H")
            .with("Content-Type", "application/json");
    return new Request(method, Target.of(target), headers, body);
  }

  public static Response send(URI base, Request request) throws IOException, InterruptedException {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(base + request.target().raw()))
            .method(
                request.method(),
                HttpRequest.BodyPublishers.ofByteArray(request.body().toByteArray()));
    request.headers().list().forEach(header -> http.header(header.name(), header.value()));
    HttpResponse<byte[]> response =
        HTTP.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Response(
        response.statusCode(),
        Headers.received(response.headers().map()),
        Body.of(response.body()));
  }
}
