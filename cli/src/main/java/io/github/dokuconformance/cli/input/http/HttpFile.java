package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a raw HTTP/1.1 request, and its response where one follows.
 *
 * <pre>{@code
 * POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1
 * Client-Id: MCH-0001
 * Signature: HMACSHA256=…
 *
 * {"order":…}
 *
 * HTTP/1.1 200 OK
 * Response-Timestamp: 2026-11-22T01:51:01Z
 *
 * {"order":…}
 * }</pre>
 *
 * <p>The target is a path or a whole URL. Lines of a head end with CRLF or LF; an empty line ends
 * the head, without a body as well. White space around a header's value is not part of it (RFC
 * 9110, section 5.5). A header value is read as UTF-8, or as ISO-8859-1 where it is not UTF-8.
 * Interim responses ({@code 100 Continue}) are passed over. Empty lines may stand before and after
 * each message.
 *
 * <p>A body is kept byte for byte. Where it ends is said by the first of these that applies:
 *
 * <ol>
 *   <li>{@code Transfer-Encoding: chunked}, if the first line is a chunk's size: the chunks are put
 *       together. If it is not, what saved the message has done that already, as curl does, and the
 *       next rule but one applies.
 *   <li>{@code Content-Length}: exactly so many bytes. Nothing may follow but empty lines, so the
 *       line end that an editor adds does no harm, or the response.
 *   <li>Else at the first line that begins with {@code HTTP/} and a digit, or at the end of the
 *       file. The line end before it is not part of the body, as it was most likely added by an
 *       editor, and one more is the empty line before a response. A body that does end with a line
 *       end needs a {@code Content-Length}.
 * </ol>
 *
 * <p>That the body is JSON, or even text, is not required here.
 */
public final class HttpFile {
  private static final Pattern REQUEST_LINE = Pattern.compile("(\\S+) (\\S+) HTTP/\\d(\\.\\d)?");
  private static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/\\d(?:\\.\\d)? ([1-5]\\d\\d)(?: .*)?");

  private HttpFile() {}

  public static Exchange parse(String file, byte[] content) throws InputException {
    HttpBytes bytes = new HttpBytes(file, content);
    HttpHead head = HttpHead.read(bytes, requestStart(bytes));
    Matcher line = REQUEST_LINE.matcher(head.startLine());
    if (!line.matches()
        || !HttpSyntax.isToken(line.group(1))
        || !HttpSyntax.isTarget(line.group(2))) {
      throw bytes.error(
          head.start(),
          "expected a request line like POST /path HTTP/1.1, got "
              + Visible.quoted(head.startLine()));
    }
    HttpBody body = HttpBody.read(bytes, head, true);
    Request request =
        new Request(line.group(1), Target.of(line.group(2)), head.headers(), body.content());
    return Exchange.of(file, request, response(bytes, body.end()));
  }

  private static int requestStart(HttpBytes bytes) throws InputException {
    int start = bytes.skipEmptyLines(0);
    if (start == bytes.length()) {
      throw bytes.error(start, "expected a request line like POST /path HTTP/1.1, got empty lines");
    }
    if (bytes.isResponse(start)) {
      throw bytes.error(start, "expected a request and then its response, got a response alone");
    }
    for (Hint hint : Hint.values()) {
      if (bytes.startsWith(start, hint.beginning)) {
        throw bytes.error(start, hint.text);
      }
    }
    return start;
  }

  private static @Nullable Response response(HttpBytes bytes, int start) throws InputException {
    int at = bytes.skipEmptyLines(start);
    while (at < bytes.length()) {
      HttpHead head = HttpHead.read(bytes, at);
      Matcher line = STATUS_LINE.matcher(head.startLine());
      if (!line.matches()) {
        throw bytes.error(
            at,
            "expected a status line like HTTP/1.1 200 OK, got " + Visible.quoted(head.startLine()));
      }
      int status = Integer.parseInt(line.group(1));
      if (status >= 200) {
        HttpBody body = HttpBody.read(bytes, head, false);
        return new Response(status, head.headers(), body.content());
      }
      at = bytes.skipEmptyLines(head.end());
    }
    return null;
  }

  /** What other tools write into such files, and what to do about it. */
  private enum Hint {
    CURL_VERBOSE_REQUEST(
        "> ",
        "expected a request line, got output of curl -v; take the leading \"> \" and \"< \" away"
            + " and add the bodies"),
    CURL_VERBOSE_TALK(
        "* ",
        "expected a request line, got output of curl -v; keep the lines with \"> \" and \"< \""
            + " without these marks, and add the bodies"),
    IDE_SEPARATOR(
        "#",
        "expected a request line, got a comment as editors' HTTP clients have it; save each"
            + " request alone, as it was sent"),
    CURL_COMMAND("curl ", "expected a request line, got a curl command; name the file .curl"),
    JSON_OBJECT("{", "expected a request line, got JSON; name the file .json, .jsonl or .har");

    private final String beginning;
    private final String text;

    Hint(String beginning, String text) {
      this.beginning = beginning;
      this.text = text;
    }
  }
}
