package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.diagnosis.snap.SnapDiagnosis;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A message of SNAP to sign wrongly. */
record SnapSample(
    Kind kind, String method, String path, String name, String body, String minified) {
  static final String CLIENT_ID = "BRN-Fake-0001";
  static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.NOT-A-TOKEN.c2ln";
  static final String OUTBOUND = "eyJhbGciOiJSUzI1NiJ9.NOT-A-TOKEN-either.c2ln";
  static final String CUSTOMER = "eyJhbGciOiJSUzI1NiJ9.NOT-A-TOKEN-of-a-customer.c2ln";
  static final String TIMESTAMP = "2026-01-15T15:30:00+07:00";
  static final String EXTERNAL_ID = "20260115153000000000000001";
  static final String OTHER_SECRET = "SK-OTHER-NOT-A-SECRET";
  static final String OTHER_ID = "BRN-Fake-0002";

  private static final String VA = "/virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va";
  private static final String DIRECT_DEBIT = "/direct-debit/core/v1/debit/payment-host-to-host";

  enum Kind {
    SYMMETRIC,
    ASYMMETRIC,
    TOKEN;

    SnapDiagnosis diagnosis() {
      return switch (this) {
        case SYMMETRIC -> SnapDiagnosis.SYMMETRIC;
        case ASYMMETRIC -> SnapDiagnosis.ASYMMETRIC;
        case TOKEN -> SnapDiagnosis.TOKEN;
      };
    }
  }

  /** Three bodies that give each mistake something to do, on two operations. */
  static List<SnapSample> of(Kind kind) {
    List<SnapSample> all = new ArrayList<>();
    if (kind == Kind.TOKEN) {
      String path = "/authorization/v1/access-token/b2b";
      String body = "{\"grantType\":\"client_credentials\"}";
      all.add(new SnapSample(kind, "POST", path, "token", body, body));
      String spaced = "{\n  \"grantType\": \"client_credentials\"\n}";
      all.add(new SnapSample(kind, "POST", path + "2c", "customer token", spaced, body));
      return all;
    }
    for (String path : List.of(VA, DIRECT_DEBIT)) {
      all.add(
          sample(
              kind,
              path,
              "virtual account",
              """
              {
                "trxId": "INV/1 é",
                "partnerServiceId": "   19008",
                "name": "Tom & 'Jerry' = <b>",
                "amount": 10000.00,
                "additionalInfo": {},
                "note": null,
                "b": {"z": 1, "a": 2},
                "10": "x",
                "2": "y"
              }
              """,
              "{\"trxId\":\"INV/1 é\",\"partnerServiceId\":\"   19008\","
                  + "\"name\":\"Tom & 'Jerry' = <b>\",\"amount\":10000.00,"
                  + "\"additionalInfo\":{},\"note\":null,\"b\":{\"z\":1,\"a\":2},"
                  + "\"10\":\"x\",\"2\":\"y\"}"));
      all.add(
          sample(
              kind,
              path,
              "payment",
              "{ \"partnerReferenceNo\" : \"R-1\" ,\r\n \"urlParam\":[{\"url\":\"https://m.example/a?b=1&c=☕\"}],"
                  + " \"amount\":{\"value\":\"1.00\", \"fee\":1.50}, \"7\":null, \"3\":{ } }\r\n",
              "{\"partnerReferenceNo\":\"R-1\",\"urlParam\":[{\"url\":\"https://m.example/a?b=1&c=☕\"}],"
                  + "\"amount\":{\"value\":\"1.00\",\"fee\":1.50},\"7\":null,\"3\":{}}"));
      all.add(
          sample(
              kind,
              path,
              "one line",
              "{\"z\": [1.10, {\"y\":null,\"b\":\"<&/= ü\"}], \"1\":{}, \"0\":\"a  b\"}",
              "{\"z\":[1.10,{\"y\":null,\"b\":\"<&/= ü\"}],\"1\":{},\"0\":\"a  b\"}"));
    }
    return all;
  }

  private static SnapSample sample(
      Kind kind, String path, String name, String body, String minified) {
    return new SnapSample(kind, "POST", path, name, body, minified);
  }

  DiagnosisInput signed(String signature) {
    Headers headers =
        kind == Kind.TOKEN
            ? Headers.of(
                "Host", "api-sandbox.doku.com", "X-CLIENT-KEY", CLIENT_ID, "X-TIMESTAMP", TIMESTAMP)
            : Headers.of(
                "Host",
                "api-sandbox.doku.com",
                "Authorization",
                "Bearer " + TOKEN,
                "Authorization-Customer",
                "Bearer " + CUSTOMER,
                "X-PARTNER-ID",
                CLIENT_ID,
                "X-EXTERNAL-ID",
                EXTERNAL_ID,
                "X-TIMESTAMP",
                TIMESTAMP,
                "CHANNEL-ID",
                "H2H");
    Request request =
        new Request(
            method, Target.of(path), headers.with("X-SIGNATURE", signature), Body.ofUtf8(body));
    MerchantKeys keys =
        MerchantKeys.of(MerchantSecret.of(SnapKeys.SECRET))
            .withOwn(SnapKeys.MERCHANT)
            .withToken("outbound", AccessToken.of(OUTBOUND));
    MerchantKeys others =
        MerchantKeys.of(MerchantSecret.of(OTHER_SECRET)).withOwn(SnapKeys.DOKU.publicHalf());
    return DiagnosisInput.of(kind.diagnosis(), SignedMessage.request(request), keys)
        .withOthers(Map.of(OTHER_ID, others));
  }

  @Override
  public String toString() {
    return kind + " " + path + ", " + name;
  }
}
