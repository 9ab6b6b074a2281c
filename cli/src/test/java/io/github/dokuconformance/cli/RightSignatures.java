package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.message.Request;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a right signer would make of a message, by the platform's own HMAC. */
final class RightSignatures {
  private final Set<String> forms = new TreeSet<>();
  private final byte[] secret;

  private RightSignatures(String secret) {
    this.secret = secret.getBytes(UTF_8);
  }

  /**
   * Returns the right signatures of request and response under every reading: with the ids of
   * either, with and without query, with and without digest; in base64, base64url and hex.
   */
  static Set<String> of(Exchange exchange, String secret) {
    RightSignatures right = new RightSignatures(secret);
    Request request = exchange.request();
    right.add(request, "Request-Timestamp", request, List.of(request.headers()));
    exchange
        .response()
        .ifPresent(
            response ->
                right.add(
                    request,
                    "Response-Timestamp",
                    response,
                    List.of(response.headers(), request.headers())));
    return right.forms;
  }

  private void add(Request request, String timestampName, Message message, List<Headers> idsOf) {
    String timestamp = message.headers().first(timestampName).orElse("");
    String path = request.target().path();
    List<String> targets =
        List.of(path, path + request.target().query().map(query -> "?" + query).orElse(""));
    for (Headers ids : idsOf) {
      for (String target : targets) {
        String lines =
            "Client-Id:"
                + ids.first("Client-Id").orElse("")
                + "\nRequest-Id:"
                + ids.first("Request-Id").orElse("")
                + "\n"
                + timestampName
                + ":"
                + timestamp
                + "\nRequest-Target:"
                + target;
        add(lines);
        add(lines + "\nDigest:" + digest(message.body().toByteArray()));
      }
    }
  }

  private void add(String stringToSign) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] bytes = mac.doFinal(stringToSign.getBytes(UTF_8));
      forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
      forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      forms.add(HexFormat.of().formatHex(bytes));
      forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String digest(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
