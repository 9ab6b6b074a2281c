package io.github.dokuconformance.signature;

import static io.github.dokuconformance.signature.Component.CLIENT_ID;
import static io.github.dokuconformance.signature.Component.REQUEST_ID;
import static io.github.dokuconformance.signature.Component.REQUEST_TARGET;
import static io.github.dokuconformance.signature.Component.REQUEST_TIMESTAMP;
import static io.github.dokuconformance.signature.Component.RESPONSE_TIMESTAMP;
import static io.github.dokuconformance.signature.Component.SIGNATURE;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;

/**
 * Makes the four headers of a signed message.
 *
 * <p>Nothing is read from a clock or made at random: ids and timestamps come in as they are to be
 * sent. An empty value, or one with a line end, is refused by IllegalArgumentException. Source:
 * developers.doku.com, "Signature Component" pages, Non-SNAP (documented).
 */
public final class Signer {
  private Signer() {}

  /**
   * Returns Client-Id, Request-Id, Request-Timestamp and Signature of a request or notification.
   *
   * @param path the path alone: of DOKU's API, or for a notification of the merchant's own URL
   * @param body the exact bytes that will be sent
   */
  public static Headers request(
      SigningKey key, String clientId, String requestId, String timestamp, String path, Body body) {
    return headers(key, clientId, requestId, REQUEST_TIMESTAMP, timestamp, path, body);
  }

  /**
   * Returns Client-Id, Request-Id, Response-Timestamp and Signature of a response.
   *
   * @param path the path that the request went to
   */
  public static Headers response(
      SigningKey key, String clientId, String requestId, String timestamp, String path, Body body) {
    return headers(key, clientId, requestId, RESPONSE_TIMESTAMP, timestamp, path, body);
  }

  private static Headers headers(
      SigningKey key,
      String clientId,
      String requestId,
      String timestampName,
      String timestamp,
      String path,
      Body body) {
    requireOneLine(CLIENT_ID, clientId);
    requireOneLine(REQUEST_ID, requestId);
    requireOneLine(timestampName, timestamp);
    requireOneLine(REQUEST_TARGET, path);
    Stages stages =
        Stages.of(key, clientId, requestId, timestampName, timestamp, path, body, !body.isEmpty());
    return Headers.of(
        CLIENT_ID, clientId,
        REQUEST_ID, requestId,
        timestampName, timestamp,
        SIGNATURE, stages.signature().text());
  }

  /** A line end in a value would be a line of its own, and could stand for another component. */
  private static void requireOneLine(String name, String value) {
    if (value.isEmpty() || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(
          "expected " + name + " to be one line of text, got " + Visible.quoted(value));
    }
  }
}
