package io.github.dokuconformance.cli.input.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.Readings;
import java.util.Arrays;
import java.util.regex.Pattern;

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
  private HttpFile() {}

  /** Says whether a text begins as one does that this reads. */
  public static boolean isLike(byte[] content) {
    HttpBytes bytes = new HttpBytes("", content);
    int start = bytes.skipEmptyLines(0);
    return start == content.length
        || bytes.isResponse(start)
        || "#/@<>:*`".indexOf(bytes.peek(start)) >= 0
        || RequestLine.isPossible(bytes.lineAt(start));
  }

  /**
   * Reads headers, and a body after them, that stand without the request's first line.
   *
   * @param target the path, or method and path
   * @throws InputException if it can't be read; the message says where and why
   */
  public static void readHeaders(
      byte[] content, String target, AllowedFiles files, Readings readings) throws InputException {
    String text = new String(content, ISO_8859_1);
    boolean body = Pattern.compile("\\r?\\n\\r?\\n\\s*\\S").matcher(text.stripLeading()).find();
    String method = target.contains(" ") ? "" : body ? "POST " : "GET ";
    byte[] first = (method + target + "\n").getBytes(UTF_8);
    byte[] all = Arrays.copyOf(first, first.length + content.length);
    System.arraycopy(content, 0, all, first.length, content.length);
    int[] lines = new int[(int) text.chars().filter(c -> c == '\n').count() + 2];
    for (int i = 1; i < lines.length; i++) {
      lines[i] = i;
    }
    lines[0] = 1;
    new HttpReader(new HttpBytes(readings.file(), all, lines), files, readings).read();
  }

  /**
   * Reads the exchanges of a text; files that it names come from those allowed.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static void read(byte[] content, AllowedFiles files, Readings readings)
      throws InputException {
    HttpBytes bytes = new HttpBytes(readings.file(), content);
    int start = bytes.skipEmptyLines(0);
    if (CurlVerbose.beginsAt(bytes, start)) {
      bytes = CurlVerbose.read(readings.file(), content);
    }
    for (Hint hint : Hint.values()) {
      if (bytes.startsWith(start, hint.beginning)) {
        throw bytes.error(start, hint.text);
      }
    }
    new HttpReader(bytes, files, readings).read();
  }

  /** What other tools write into such files, and what to do about it. */
  private enum Hint {
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
