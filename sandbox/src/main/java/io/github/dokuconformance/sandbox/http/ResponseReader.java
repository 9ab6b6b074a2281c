package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Response;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one HTTP/1.1 response, interim ones passed over, chunks put together.
 *
 * <p>Source: RFC 9112, sections 4, 6 and 7. LF is taken for CRLF, as section 2.2 allows.
 */
final class ResponseReader {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})(?: .*)?");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(?:;.*)?");
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int FIRST_FINAL = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private final InputStream in;
  private final int most;
  private boolean begun;
  private int left = MessageLimits.HEADER_BYTES;

  private ResponseReader(InputStream in, int most) {
    this.in = new BufferedInputStream(in);
    this.most = most;
  }

  /**
   * Reads the response to a request.
   *
   * @param method of the request
   * @param most bytes of the body, which is cut there
   * @throws IOException where what comes is none; its message says what was wanted
   */
  static Response read(InputStream in, String method, int most) throws IOException {
    return new ResponseReader(in, most).read(method);
  }

  private Response read(String method) throws IOException {
    while (true) {
      int status = status();
      Headers headers = headers();
      if (status == SWITCHING_PROTOCOLS) {
        throw new IOException("expected an answer, got a switch to another protocol (101)");
      }
      if (status >= FIRST_FINAL) {
        boolean hasBody = !method.equals("HEAD") && status != NO_CONTENT && status != NOT_MODIFIED;
        return new Response(status, headers, hasBody ? body(headers) : Body.none());
      }
    }
  }

  private int status() throws IOException {
    String line = line();
    Matcher status = STATUS.matcher(line);
    if (!status.matches()) {
      throw new IOException(
          "expected HTTP/1.1 and a status, got "
              + Visible.quoted(line.substring(0, Math.min(40, line.length()))));
    }
    return Integer.parseInt(status.group(1));
  }

  private Headers headers() throws IOException {
    HeaderBlock block = new HeaderBlock();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      Optional<String> wanted =
          block.add(
              line.substring(0, Math.max(colon, 0)),
              RequestHead.utf8(line.substring(colon + 1).strip()));
      if (wanted.isPresent()) {
        throw new IOException("expected " + wanted.get() + " in the answer");
      }
    }
    return block.toHeaders();
  }

  private Body body(Headers headers) throws IOException {
    List<String> codings = headers.all("Transfer-Encoding");
    if (!codings.isEmpty()) {
      if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
        throw new IOException(
            "expected no transfer coding but chunked, got " + Visible.quoted(codings.toString()));
      }
      return chunks();
    }
    List<String> lengths = headers.all("Content-Length").stream().distinct().toList();
    if (lengths.isEmpty()) {
      return Body.of(in.readNBytes(most));
    }
    String length = lengths.get(0);
    if (lengths.size() > 1 || !HttpSyntax.isDigits(length)) {
      throw new IOException(
          "expected one Content-Length, of digits, got " + Visible.quoted(lengths.toString()));
    }
    return Body.of(exactly(length.length() > 9 ? most : Math.min(most, Integer.parseInt(length))));
  }

  private Body chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      left = MessageLimits.HEADER_BYTES;
      String line = line();
      Matcher size = CHUNK.matcher(line);
      if (!size.matches()) {
        throw new IOException("expected the size of a chunk, got " + Visible.quoted(line));
      }
      long length = Long.parseLong(size.group(1), 16);
      if (length == 0 || length > most - body.size()) {
        body.writeBytes(exactly((int) Math.min(length, most - body.size())));
        return Body.of(body.toByteArray());
      }
      body.writeBytes(exactly((int) length));
      if (!line().isEmpty()) {
        throw new IOException("expected a line end after a chunk");
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException(
          "expected " + length + " more bytes of the body, got " + bytes.length + " and the end");
    }
    return bytes;
  }

  /** Returns a line without its end. */
  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException(
            begun ? "the answer breaks off" : "the connection was closed without an answer");
      }
      if (--left < 0) {
        throw new IOException("expected lines of at most 64 KiB together before the body");
      }
      begun = true;
      line.write(c);
    }
    String text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
