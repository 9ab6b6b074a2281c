package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Response;
import java.nio.ByteBuffer;
import java.util.Map;

/** The bytes that answer a request. */
final class Reply {
  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(204, "No Content"),
          Map.entry(302, "Found"),
          Map.entry(303, "See Other"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(409, "Conflict"),
          Map.entry(413, "Content Too Large"),
          Map.entry(421, "Misdirected Request"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(505, "HTTP Version Not Supported"));

  private final byte[] bytes;
  private final boolean last;

  private Reply(byte[] bytes, boolean last) {
    this.bytes = bytes;
    this.last = last;
  }

  /**
   * Makes the bytes.
   *
   * @param toHead whether the request was a HEAD, which gets no body
   * @param date in HTTP's form
   * @throws IllegalArgumentException where the response has a header that HTTP can't carry
   */
  static Reply of(Outgoing outgoing, boolean toHead, boolean keep, String date) {
    if (outgoing.delivery() == Outgoing.Delivery.DROPPED) {
      return new Reply(new byte[0], true);
    }
    boolean whole = outgoing.delivery() == Outgoing.Delivery.WHOLE;
    Response response = outgoing.response();
    byte[] head = head(response, toHead, keep && whole, date).getBytes(UTF_8);
    int length = toHead || !hasBody(response) ? 0 : response.body().length();
    int sent = whole ? length : length / 2;
    ByteBuffer bytes = ByteBuffer.allocate(head.length + sent);
    bytes.put(head).put(response.body().asByteBuffer().limit(sent));
    return new Reply(bytes.array(), !(keep && whole));
  }

  /** Returns the bytes themselves, which nobody changes. */
  byte[] bytes() {
    return bytes;
  }

  /** Says whether the connection ends with these bytes. */
  boolean isLast() {
    return last;
  }

  /** Says whether the status lets a body follow (RFC 9112, section 6.3). */
  private static boolean hasBody(Response response) {
    return response.status() != 204 && response.status() != 304;
  }

  /** Content-Length and Date stand where the response has them, or else at the end. */
  private static String head(Response response, boolean toHead, boolean keep, String date) {
    StringBuilder head = new StringBuilder(512).append("HTTP/1.1 ").append(response.status());
    head.append(' ').append(REASONS.getOrDefault(response.status(), "")).append("\r\n");
    String length = Integer.toString(response.body().length());
    boolean isLengthTold = false;
    boolean isDateTold = false;
    for (Header header : response.headers().list()) {
      boolean isLength = header.name().equalsIgnoreCase("Content-Length");
      if (isLength && (isLengthTold || response.status() == 204)) {
        continue;
      }
      isLengthTold |= isLength;
      isDateTold |= header.name().equalsIgnoreCase("Date");
      boolean isOfBody = isLength && !toHead && hasBody(response);
      field(head, header.name(), isOfBody ? length : header.value());
    }
    if (!isDateTold) {
      field(head, "Date", date);
    }
    if (!isLengthTold && hasBody(response)) {
      field(head, "Content-Length", length);
    }
    if (!keep) {
      field(head, "Connection", "close");
    }
    return head.append("\r\n").toString();
  }

  private static void field(StringBuilder head, String name, String value) {
    if (!HttpSyntax.isToken(name) || !HttpSyntax.isFieldValue(value)) {
      throw new IllegalArgumentException("expected a header that HTTP can carry, got: " + name);
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
