package io.github.dokuconformance.benchmarks;

import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.snap.SnapDiagnosis;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.snap.Snap;
import java.util.Base64;

/** The request that creates a virtual account, as SNAP signs it. */
final class SnapMessages {
  static final String SECRET = "SK-TEST-BENCHMARK-NOT-A-SECRET";
  static final String BODY =
      """
      {
        "partnerServiceId": "   19008",
        "customerNo": "0",
        "virtualAccountNo": "   190080",
        "virtualAccountName": "Anton Budiman",
        "trxId": "INV-20261122-0001",
        "totalAmount": {"value": "90000.00", "currency": "IDR"},
        "additionalInfo": {"channel": "VIRTUAL_ACCOUNT_BRI", "note": null, "config": {}},
        "virtualAccountTrxType": "C",
        "expiredDate": "2026-11-23T10:10:42+07:00"
      }
      """;
  private static final String TOKEN = "TOKEN-NOT-A-SECRET." + "eyJhIjoxfQ".repeat(40) + ".c2ln";

  private SnapMessages() {}

  static Components components() {
    return Components.of(
            SignedPart.REQUEST,
            "POST",
            "/virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va",
            Body.ofUtf8(BODY))
        .withClientId("BRN-0001")
        .withRequestId("20261122101042000000000001")
        .withTimestamp("2026-11-22T10:10:42+07:00")
        .withToken(AccessToken.of(TOKEN));
  }

  static SigningKey key() {
    return SigningKey.of(MerchantSecret.of(SECRET));
  }

  static Request signed() {
    Headers headers =
        Snap.SYMMETRIC.sign(components(), key()).with("Content-Type", "application/json");
    return request(headers.with("CHANNEL-ID", "H2H"));
  }

  /** Returns the message under a signature that is nobody's. */
  static DiagnosisInput ofNobody() {
    Headers headers =
        Headers.of(
            "Authorization", "Bearer " + TOKEN,
            "X-PARTNER-ID", "BRN-0001",
            "X-EXTERNAL-ID", "20261122101042000000000001",
            "X-TIMESTAMP", "2026-11-22T10:10:42+07:00",
            "X-SIGNATURE", Base64.getEncoder().encodeToString(new byte[64]));
    return DiagnosisInput.of(
        SnapDiagnosis.SYMMETRIC,
        SignedMessage.request(request(headers)),
        MerchantKeys.of(MerchantSecret.of(SECRET)));
  }

  private static Request request(Headers headers) {
    Components components = components();
    return new Request(
        components.method(), Target.of(components.target()), headers, components.body());
  }
}
