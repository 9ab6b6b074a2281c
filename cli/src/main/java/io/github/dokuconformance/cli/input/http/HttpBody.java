package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.MessageLimits;
import java.util.List;
import java.util.Locale;

/**
 * The body of a raw HTTP message, found by the rules that {@link HttpFile} lists.
 *
 * @param end the offset after it in the file
 */
record HttpBody(Body content, int end) {

  /**
   * Reads the body that begins there.
   *
   * @param mayBeFollowed whether a response may stand after it
   */
  static HttpBody read(HttpBytes bytes, HttpHead head, boolean mayBeFollowed)
      throws InputException {
    if (isChunked(bytes, head) && HttpChunks.beginAt(bytes, head.end())) {
      return chunked(bytes, head.end(), mayBeFollowed);
    }
    List<String> lengths = head.headers().all("Content-Length").stream().distinct().toList();
    if (!lengths.isEmpty()) {
      return ofLength(bytes, head.end(), String.join(", ", lengths), mayBeFollowed);
    }
    return upTo(bytes, head.end(), naturalEnd(bytes, head.end(), mayBeFollowed));
  }

  private static boolean isChunked(HttpBytes bytes, HttpHead head) throws InputException {
    String coding = String.join(", ", head.headers().all("Transfer-Encoding"));
    if (coding.isEmpty() || coding.equalsIgnoreCase("identity")) {
      return false;
    }
    if (coding.equalsIgnoreCase("chunked")) {
      return true;
    }
    throw bytes.error(
        head.start(), "expected Transfer-Encoding chunked or none, got " + Visible.quoted(coding));
  }

  private static HttpBody chunked(HttpBytes bytes, int start, boolean mayBeFollowed)
      throws InputException {
    HttpBody body = HttpChunks.read(bytes, start);
    if (!isFollowedWell(bytes, body.end, mayBeFollowed)) {
      throw bytes.error(body.end, "expected the end after the last chunk, got more");
    }
    return body;
  }

  private static HttpBody ofLength(HttpBytes bytes, int start, String length, boolean mayBeFollowed)
      throws InputException {
    if (!length.matches("\\d{1,18}")) {
      throw bytes.error(
          start, "expected one number of bytes as Content-Length, got " + Visible.quoted(length));
    }
    long end = start + Long.parseLong(length);
    if (end > bytes.length() || !isFollowedWell(bytes, (int) end, mayBeFollowed)) {
      throw bytes.error(
          start,
          String.format(
              Locale.ROOT,
              "Content-Length is %s, but the body that begins here has %d bytes",
              length,
              naturalEnd(bytes, start, mayBeFollowed) - start));
    }
    return upTo(bytes, start, (int) end);
  }

  private static boolean isFollowedWell(HttpBytes bytes, int end, boolean mayBeFollowed) {
    int next = bytes.skipEmptyLines(end);
    return next == bytes.length() || (mayBeFollowed && bytes.isResponse(next));
  }

  /** Returns where the body ends if nothing says its length. */
  private static int naturalEnd(HttpBytes bytes, int start, boolean mayBeFollowed) {
    int response = mayBeFollowed ? bytes.findResponse(start) : bytes.length();
    int end = bytes.beforeLineEnd(start, response);
    return response < bytes.length() ? bytes.beforeLineEnd(start, end) : end;
  }

  private static HttpBody upTo(HttpBytes bytes, int start, int end) throws InputException {
    if (end - start > MessageLimits.BODY_BYTES) {
      throw bytes.error(
          start,
          String.format(
              Locale.ROOT,
              "expected a body of at most %d bytes (10 MiB), got %d",
              MessageLimits.BODY_BYTES,
              end - start));
    }
    return new HttpBody(Body.of(bytes.copy(start, end)), end);
  }
}
