package io.github.dokuconformance.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapDiagnosis;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Orders of about a size, signed with a number of mistakes. */
final class DiagnosisMessages {
  static final byte[] SECRET = "SK-TEST-BENCHMARK-NOT-A-SECRET".getBytes(UTF_8);
  private static final String CLIENT_ID = "MCH-0001-10791114622547";
  private static final String REQUEST_ID = "cc682442-6c22-493e-8121-b9ef6b3fa728";
  private static final String TIMESTAMP = "2026-11-22T03:10:42Z";
  private static final String TARGET = "/akulaku-peer-to-peer/v2/generate-order";

  private DiagnosisMessages() {}

  /** Returns a message; with mistakes below zero its signature is nobody's. */
  static DiagnosisInput signed(int bytes, int mistakes) {
    String pretty = body(bytes);
    String text =
        String.join(
            "\n",
            "Client-Id:" + CLIENT_ID,
            "Request-Id:" + REQUEST_ID,
            "Request-Timestamp:" + (mistakes > 2 ? "2026-11-22T10:10:42Z" : TIMESTAMP),
            "Request-Target:" + TARGET,
            "Digest:" + digest(pretty.replaceAll("\n *", "").replace(": ", ":"), mistakes > 1));
    byte[] mac = mistakes < 0 ? new byte[32] : hmac(text.getBytes(UTF_8));
    Headers headers =
        Headers.of(
            "Client-Id", CLIENT_ID,
            "Request-Id", REQUEST_ID,
            "Request-Timestamp", TIMESTAMP,
            "Signature", "HMACSHA256=" + Base64.getEncoder().encodeToString(mac));
    Request request = new Request("POST", Target.of(TARGET), headers, Body.ofUtf8(pretty));
    return DiagnosisInput.of(
            NonSnapDiagnosis.INSTANCE,
            SignedMessage.request(request),
            MerchantKeys.of(MerchantSecret.of(SECRET)))
        .withOtherTargets(
            List.of("/akulaku-peer-to-peer/v2/cancel", "/akulaku-peer-to-peer/v2/refund"));
  }

  private static String body(int bytes) {
    StringBuilder items = new StringBuilder();
    while (items.length() < bytes - 450) {
      items.append(items.length() == 0 ? "" : ",\n");
      items.append("      {\n        \"name\": \"T-Shirt\",\n        \"price\": 30000,\n");
      items.append("        \"quantity\": 1,\n        \"sku\": \"1002\"\n      }");
    }
    return "{\n  \"order\": {\n    \"invoice_number\": \"INV-20261122-0001\",\n"
        + "    \"amount\": 90000,\n    \"line_items\": [\n"
        + items
        + "\n    ],\n    \"callback_url\": \"https://merchant.example/return-url\"\n  },\n"
        + "  \"payment\": {\n    \"merchant_unique_reference\": \"MUR-0001\"\n  },\n"
        + "  \"customer\": {\n    \"id\": \"CUST-0001\",\n    \"name\": \"Anton Budiman\",\n"
        + "    \"phone\": \"6285694566147\",\n    \"postcode\": \"120129\"\n  }\n}";
  }

  private static String digest(String body, boolean hex) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8));
      return hex ? HexFormat.of().formatHex(hash) : Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
