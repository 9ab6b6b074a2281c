package io.github.dokuconformance.cli.input.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.ContentCoding;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.LostBytes;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.MessageLimits;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The body of a raw HTTP message, found by the rules that {@link HttpFile} lists.
 *
 * @param end the offset after it in the file
 * @param exact whether a length in the message says where it ends
 */
record HttpBody(Body content, int end, boolean exact) {

  /**
   * Reads the body that begins where the head ends.
   *
   * @param isRequest whether its response may stand after it
   */
  static HttpBody read(HttpBytes bytes, HttpHead head, boolean isRequest) throws InputException {
    HttpBody raw = raw(bytes, head, isRequest);
    byte[] coded = raw.content.toByteArray();
    try {
      byte[] content = ContentCoding.decoded(head.headers(), coded);
      return content == coded ? raw : new HttpBody(Body.of(content), raw.end, raw.exact);
    } catch (IOException e) {
      throw bytes.error(head.end(), String.valueOf(e.getMessage()));
    }
  }

  private static HttpBody raw(HttpBytes bytes, HttpHead head, boolean isRequest)
      throws InputException {
    if (isChunked(bytes, head) && HttpChunks.beginAt(bytes, head.end())) {
      HttpBody body = HttpChunks.read(bytes, head.end());
      if (!isFollowedWell(bytes, body.end, isRequest)) {
        throw bytes.error(body.end, "expected the end after the last chunk, got more");
      }
      return body;
    }
    List<String> lengths = head.headers().all("Content-Length").stream().distinct().toList();
    if (!lengths.isEmpty()) {
      return ofLength(bytes, head, String.join(", ", lengths), isRequest);
    }
    return upTo(bytes, head.end(), naturalEnd(bytes, head.end(), isRequest), false);
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

  private static HttpBody ofLength(HttpBytes bytes, HttpHead head, String length, boolean isRequest)
      throws InputException {
    int start = head.end();
    if (!length.matches("\\d{1,18}")) {
      throw bytes.error(
          start, "expected one number of bytes as Content-Length, got " + Visible.quoted(length));
    }
    long end = start + Long.parseLong(length);
    if (end <= bytes.length() && isFollowedWell(bytes, (int) end, isRequest)) {
      return upTo(bytes, start, (int) end, true);
    }
    byte[] found = bytes.copy(start, naturalEnd(bytes, start, isRequest));
    if (ContentCoding.isNamed(head.headers()) && !ContentCoding.isCoded(head.headers(), found)) {
      // The length is that of the coded content; what stands here has been decoded since.
      return upTo(bytes, start, start + found.length, false);
    }
    throw bytes.error(
        start,
        "Content-Length is %s, but the body that begins here has %s bytes%s"
            .formatted(
                length,
                found.length,
                LostBytes.likelyReason(Long.parseLong(length), new String(found, UTF_8))));
  }

  private static boolean isFollowedWell(HttpBytes bytes, int end, boolean isRequest) {
    int next = bytes.skipEmptyLines(end);
    return next == bytes.length()
        || (bytes.isResponse(next) ? isRequest : bytes.isStart(next))
        || (next > end && RequestLine.isPossible(bytes.lineAt(next)));
  }

  /** Returns where the body ends if nothing says its length. */
  private static int naturalEnd(HttpBytes bytes, int start, boolean isRequest) {
    int next = bytes.findStart(start, isRequest);
    int end = bytes.beforeLineEnd(start, next);
    if (next == bytes.length()) {
      return end;
    }
    end = bytes.beforeLineEnd(start, end);
    while (bytes.isEditorsMark(next) && bytes.beforeLineEnd(start, end) < end) {
      end = bytes.beforeLineEnd(start, end);
    }
    return end;
  }

  private static HttpBody upTo(HttpBytes bytes, int start, int end, boolean exact)
      throws InputException {
    if (end - start > MessageLimits.BODY_BYTES) {
      throw bytes.error(
          start,
          String.format(
              Locale.ROOT,
              "expected a body of at most %d bytes (10 MiB), got %d",
              MessageLimits.BODY_BYTES,
              end - start));
    }
    return new HttpBody(Body.of(bytes.copy(start, end)), end, exact);
  }
}
