package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.json.Json;
import io.github.dokuconformance.diagnosis.json.JsonReader;
import io.github.dokuconformance.diagnosis.json.Tokens;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.nonsnap.HeaderNames;
import java.util.Optional;

/**
 * What a message says about its own signature, under one reading of its target.
 *
 * @param target the path that ought to be signed
 * @param body the bytes that ought to be digested
 * @param tokens of the body, where it is JSON and small enough to be written in other ways
 */
record Evidence(
    DiagnosisInput input,
    String clientId,
    String requestId,
    String timestamp,
    String target,
    Octets body,
    Optional<Tokens> tokens,
    Optional<Json> json) {
  private static final int LARGEST_REWRITTEN = 2 << 20;

  static Evidence of(DiagnosisInput input, String target) {
    Message message = input.message();
    byte[] body = message.body().toByteArray();
    Optional<Tokens> tokens =
        body.length > LARGEST_REWRITTEN ? Optional.empty() : Tokens.of(text(body));
    return new Evidence(
        input,
        header(input, HeaderNames.CLIENT_ID),
        header(input, HeaderNames.REQUEST_ID),
        message.headers().first(timestampName(input)).orElse(""),
        target,
        new Octets(body),
        tokens,
        tokens.flatMap(JsonReader::read));
  }

  Evidence withTarget(String other) {
    return new Evidence(input, clientId, requestId, timestamp, other, body, tokens, json);
  }

  /** Returns the right recipe. */
  Recipe recipe() {
    Content content = Content.of(body.bytes);
    return new Recipe(
        Key.of(input.secret().exposeForMac()),
        Octets.utf8(clientId),
        Octets.utf8(requestId),
        new Stamp(isResponse(), Octets.utf8(timestamp)),
        Octets.utf8(target),
        content,
        body.bytes.length == 0 ? DigestLine.ABSENT : DigestLine.OF_BODY);
  }

  boolean isResponse() {
    return input.part() == SignedPart.RESPONSE;
  }

  boolean isNotification() {
    return input.part() == SignedPart.NOTIFICATION;
  }

  Headers headers() {
    return input.message().headers();
  }

  /** Returns the body as UTF-8 text, without a byte order mark. */
  String bodyText() {
    return text(body.bytes);
  }

  /** Tells whether the body begins with a byte order mark. */
  boolean hasMark() {
    byte[] bytes = body.bytes;
    return bytes.length >= 3
        && bytes[0] == (byte) 0xef
        && bytes[1] == (byte) 0xbb
        && bytes[2] == (byte) 0xbf;
  }

  private static String text(byte[] body) {
    String text = new String(body, UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String header(DiagnosisInput input, String name) {
    Optional<String> own = input.message().headers().first(name);
    return own.or(() -> input.request().headers().first(name)).orElse("");
  }

  private static String timestampName(DiagnosisInput input) {
    return input.part() == SignedPart.RESPONSE
        ? HeaderNames.RESPONSE_TIMESTAMP
        : HeaderNames.REQUEST_TIMESTAMP;
  }
}
