package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Target;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A request line and the header fields, names as they were sent.
 *
 * <p>Strict, as RFC 9112 wants of a server where two readers could take different things for the
 * body: one framing, each field on one line, no space before a colon.
 *
 * @param length of the body; {@link #CHUNKED} where chunks tell it
 */
record RequestHead(String method, Target target, Headers headers, long length, boolean isHttp11) {
  static final long CHUNKED = -1;

  private static final int MOST_FIELDS = 200;

  /** What no URI holds (RFC 3986, section 2), and the start of a fragment, which stays at home. */
  private static final String NOT_IN_A_TARGET = "\"<>\\^`{|}#";

  /** Reads what {@link Wire#head} returned. */
  static RequestHead parse(String text) throws Refused {
    int end = text.indexOf("\r\n");
    int method = text.indexOf(' ');
    int target = text.lastIndexOf(' ', end);
    if (method < 0 || method >= target || !HttpSyntax.isToken(text.substring(0, method))) {
      throw Refused.malformed("expected a request line: method, target and HTTP version");
    }
    boolean isHttp11 = version(text.substring(target + 1, end));
    Headers headers = headers(text, end + 2);
    if (headers.count("Host") > 1 || (isHttp11 && headers.count("Host") == 0)) {
      throw Refused.malformed("expected one header Host");
    }
    return new RequestHead(
        text.substring(0, method),
        target(text.substring(0, method), text.substring(method + 1, target)),
        headers,
        length(headers, isHttp11),
        isHttp11);
  }

  /** Says whether the version is 1.1 or a later 1.x, rather than 1.0. */
  private static boolean version(String text) throws Refused {
    if (text.equals("HTTP/1.1")) {
      return true;
    }
    if (!text.matches("HTTP/[0-9]\\.[0-9]")) {
      throw Refused.malformed("expected HTTP/1.1 at the end of the request line");
    }
    if (text.charAt(5) != '1') {
      throw new Refused(505, "expected HTTP/1.1, got " + text);
    }
    return text.charAt(7) != '0';
  }

  private static Target target(String method, String text) throws Refused {
    if (!(HttpSyntax.isTarget(text) || (text.equals("*") && method.equals("OPTIONS")))) {
      throw Refused.malformed("expected a target that starts with / or http://");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' || NOT_IN_A_TARGET.indexOf(c) >= 0 || (c == '%' && !isEscape(text, i))) {
        throw Refused.malformed("expected a target of URI characters and whole escapes");
      }
    }
    return Target.of(text);
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  private static Headers headers(String text, int from) throws Refused {
    HeaderBlock block = new HeaderBlock();
    int start = from;
    int fields = 0;
    for (int end = text.indexOf("\r\n", start); end > start; end = text.indexOf("\r\n", start)) {
      if (++fields > MOST_FIELDS) {
        throw new Refused(431, "expected at most " + MOST_FIELDS + " header fields");
      }
      add(block, text, start, end);
      start = end + 2;
    }
    return block.toHeaders();
  }

  private static void add(HeaderBlock block, String text, int start, int end) throws Refused {
    int colon = text.indexOf(':', start);
    if (colon < 0 || colon > end) {
      throw Refused.malformed("expected name, colon and value in each header line");
    }
    // A name with a space before its colon, or a folded line, is no token and refused as such.
    Optional<String> wanted =
        block.add(text.substring(start, colon), utf8(trim(text, colon + 1, end)));
    if (wanted.isPresent()) {
      throw Refused.malformed("expected " + wanted.get());
    }
  }

  /** Returns the value without the spaces and tabs around it (RFC 9112, section 5). */
  private static String trim(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
      start++;
    }
    while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Returns the text that the bytes spell, which were read as ISO 8859-1. */
  static String utf8(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= 0x80) {
        try {
          return UTF_8.newDecoder().decode(ByteBuffer.wrap(value.getBytes(ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
          return value;
        }
      }
    }
    return value;
  }

  private static long length(Headers headers, boolean isHttp11) throws Refused {
    int lengths = headers.count("Content-Length");
    Optional<String> coding = headers.first("Transfer-Encoding");
    if (coding.isPresent()) {
      if (lengths > 0 || !isHttp11 || headers.count("Transfer-Encoding") > 1) {
        throw Refused.malformed("expected one framing: a Content-Length, or in HTTP/1.1 chunks");
      }
      if (!coding.get().equalsIgnoreCase("chunked")) {
        throw new Refused(501, "expected no transfer coding but chunked");
      }
      return CHUNKED;
    }
    if (lengths == 0) {
      return 0;
    }
    String length = headers.first("Content-Length").get();
    if (lengths > 1 || !HttpSyntax.isDigits(length)) {
      throw Refused.malformed("expected one Content-Length, of digits");
    }
    if (length.length() > 18 || Long.parseLong(length) > MessageLimits.BODY_BYTES) {
      throw tooLarge();
    }
    return Long.parseLong(length);
  }

  static Refused tooLarge() {
    return new Refused(
        413, "expected a body of at most " + MessageLimits.BODY_BYTES + " bytes (10 MiB)");
  }

  /** Says whether the client waits for a go-ahead before it sends the body. */
  boolean awaitsContinue() {
    return isHttp11
        && length != 0
        && headers.first("Expect").filter(e -> e.equalsIgnoreCase("100-continue")).isPresent();
  }

  /** Says whether the connection may serve another request. */
  boolean keepsConnection() {
    if (!isHttp11) {
      return false;
    }
    return headers.count("Connection") == 0
        || headers.all("Connection").stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .noneMatch(option -> option.strip().equalsIgnoreCase("close"));
  }
}
