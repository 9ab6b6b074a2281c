package io.github.dokuconformance.cli.input.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.HeaderText;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes through a text with requests and responses. An exchange that can't be read costs itself
 * alone, if it can be told where the next begins. For one use.
 */
final class HttpReader {
  private static final Pattern DEFINITION = Pattern.compile("@([^\\s=]+)\\s*=\\s*(.*)");
  private static final Pattern STATUS_LINE =
      Pattern.compile("(?:HTTP/\\d(?:\\.\\d)?|:status:) ([1-5]\\d\\d)(?: .*)?");
  private static final Pattern BODY_FILE = Pattern.compile("<(?:@\\w*)?[ \\t]+(\\S.*)");

  private final HttpBytes bytes;
  private final AllowedFiles files;
  private final Readings readings;
  private final Variables variables = new Variables();
  private final List<Optional<HttpOutline>> outlines = new ArrayList<>();

  HttpReader(HttpBytes bytes, AllowedFiles files, Readings readings) {
    this.bytes = bytes;
    this.files = files;
    this.readings = readings;
  }

  List<Optional<HttpOutline>> outlines() throws InputException {
    read();
    return outlines;
  }

  void read() throws InputException {
    defineVariables();
    int at = 0;
    while (true) {
      int start = at;
      try {
        start = requestStart(at);
        if (start == bytes.length()) {
          break;
        }
        HttpExchange exchange = withResponse(request(start));
        readings.add(exchange.request(), exchange.response());
        outlines.add(Optional.of(exchange.outline()));
        at = exchange.end();
      } catch (InputException e) {
        readings.add(e);
        outlines.add(Optional.empty());
        at = nextExchange(start);
      }
    }
    if (readings.count() == 0) {
      readings.add(
          bytes.error(
              bytes.length(), "expected a request line like POST /path HTTP/1.1, got empty lines"));
    }
  }

  /** A variable may be used before the line that defines it. */
  private void defineVariables() {
    for (int at = 0; at < bytes.length(); at = bytes.nextLine(at)) {
      if (bytes.peek(at) == '@') {
        Matcher definition = DEFINITION.matcher(bytes.lineAt(at).stripTrailing());
        if (definition.matches()) {
          variables.define(definition.group(1), definition.group(2));
        }
      }
    }
  }

  /** Returns where the request after an unreadable one begins, or the end. */
  private int nextExchange(int failed) {
    int at = bytes.nextLine(failed);
    while (at < bytes.length()
        && !bytes.startsWith(at, "###")
        && !RequestLine.isWithVersion(bytes, at)) {
      at = bytes.nextLine(at);
    }
    return at;
  }

  /** Passes over what editors' HTTP clients and Markdown have before a request. */
  private int requestStart(int from) throws InputException {
    int at = from;
    while (true) {
      at = bytes.skipEmptyLines(at);
      if (at == bytes.length()) {
        return at;
      }
      String line = bytes.lineAt(at).strip();
      if (line.startsWith("```")) {
        if (line.length() > 3) {
          readings.remark(bytes.lineNumber(at), "a Markdown fence; what stands in it is read");
        }
      } else if (line.startsWith("<") || line.startsWith(">")) {
        at = afterScript(at, line);
        continue;
      } else if (!line.startsWith("#") && !line.startsWith("//") && !line.startsWith("@")) {
        return at;
      }
      at = bytes.nextLine(at);
    }
  }

  /** Passes over a script or a reference to one; none is run. */
  private int afterScript(int start, String line) throws InputException {
    if (line.startsWith("<>") || line.startsWith(">>")) {
      return bytes.nextLine(start);
    }
    if (line.startsWith("<")) {
      readings.remark(
          bytes.lineNumber(start),
          "a script before the request, which is not run; if it changes the request, give it as it"
              + " was sent");
    }
    if (!line.contains("{%")) {
      return bytes.nextLine(start);
    }
    for (int at = start;
        at < bytes.length() && !bytes.startsWith(at, "###");
        at = bytes.nextLine(at)) {
      if (bytes.lineAt(at).contains("%}")) {
        return bytes.nextLine(at);
      }
    }
    throw bytes.error(start, "expected %} at the end of the script that begins here, got none");
  }

  private HttpExchange request(int start) throws InputException {
    if (bytes.isResponse(start)) {
      throw bytes.error(start, "expected a request and then its response, got a response alone");
    }
    int headers = bytes.nextLine(start);
    String line;
    boolean pseudo = bytes.peek(start) == ':';
    if (pseudo) {
      line = pseudoLine(start);
      headers = start;
    } else {
      StringBuilder all = new StringBuilder(bytes.lineAt(start));
      // A query may go on over several lines that begin with white space.
      for (String more = bytes.lineAt(headers);
          more.matches("[ \\t]+[?&].*");
          more = bytes.lineAt(headers)) {
        all.append(more.strip());
        headers = bytes.nextLine(headers);
      }
      line = all.toString();
    }
    RequestLine first = RequestLine.read(bytes, start, line, variables);
    HttpHead head = HttpHead.read(bytes, start, headers, !first.recorded(), variables);
    while (bytes.isInterim(head.end()) && head.headers().first("Content-Length").isPresent()) {
      // 100 Continue, between the request's head and its body.
      HttpHead interim =
          HttpHead.read(bytes, head.end(), bytes.nextLine(head.end()), false, new Variables());
      if (bytes.isResponse(bytes.skipEmptyLines(interim.end()))) {
        break;
      }
      head = head.withEnd(interim.end());
    }
    HttpBody found = HttpBody.read(bytes, head, true);
    Body body = found.exact() ? found.content() : written(first, head, found.content());
    boolean verbatim = found.end() - head.end() == body.length() && body.equals(found.content());
    return new HttpExchange(
        new Request(first.method(), Target.of(first.target()), head.headers(), body),
        null,
        new HttpOutline(
            new HttpOutline.Message(start, head.end(), found.end(), verbatim), Optional.empty()),
        found.end());
  }

  /** Makes the first line of a request out of HTTP/2's pseudo headers. */
  private String pseudoLine(int start) throws InputException {
    String method = "";
    String path = "";
    for (int at = start; bytes.peek(at) == ':'; at = bytes.nextLine(at)) {
      String line = bytes.lineAt(at);
      String value = HeaderText.withoutOuterWhiteSpace(line.substring(line.indexOf(':', 1) + 1));
      if (line.startsWith(":method:")) {
        method = value;
      } else if (line.startsWith(":path:")) {
        path = value;
      }
    }
    if (method.isEmpty() || path.isEmpty()) {
      throw bytes.error(
          start, "expected HTTP/2's pseudo headers :method and :path, got one of them or none");
    }
    return method + " " + path + " HTTP/2";
  }

  /** Returns the body that an editor's HTTP client makes of what is written for it. */
  private Body written(RequestLine first, HttpHead head, Body found) throws InputException {
    String text = found.length() < 64 << 10 ? text(found) : "";
    Matcher file = BODY_FILE.matcher(text.strip());
    if (file.matches()) {
      long line = bytes.lineNumber(bytes.skipEmptyLines(head.end()));
      return Body.of(files.read(readings.file(), line, "the line <", file.group(1).strip()));
    }
    if (found.length() == 0 || Variables.find(text(found)).isEmpty()) {
      return found;
    }
    String resolved = variables.resolve(text(found));
    Optional<String> unresolved = Variables.find(resolved);
    if (unresolved.isPresent()) {
      if (!first.recorded() || !variables.isEmpty()) {
        throw bytes.error(head.end(), Variables.reason(unresolved.get()));
      }
      readings.remark(
          bytes.lineNumber(head.end()),
          "the body has " + unresolved.get() + ", which is read as it stands");
    }
    return variables.isEmpty() ? found : Body.ofUtf8(resolved);
  }

  private static String text(Body body) {
    return new String(body.toByteArray(), UTF_8);
  }

  private HttpExchange withResponse(HttpExchange exchange) throws InputException {
    int at = responseStart(exchange.end());
    while (at < bytes.length() && bytes.isResponse(at)) {
      HttpHead head = HttpHead.read(bytes, at, bytes.nextLine(at), false, new Variables());
      Matcher line = STATUS_LINE.matcher(bytes.lineAt(at));
      if (!line.matches()) {
        throw bytes.error(
            at,
            "expected a status line like HTTP/1.1 200 OK, got " + Visible.quoted(bytes.lineAt(at)));
      }
      int status = Integer.parseInt(line.group(1));
      if (status >= 200) {
        HttpBody body = HttpBody.read(bytes, head, false);
        Response response = new Response(status, head.headers(), body.content());
        boolean verbatim = body.end() - head.end() == body.content().length();
        return exchange.with(
            response, new HttpOutline.Message(at, head.end(), body.end(), verbatim));
      }
      at = bytes.skipEmptyLines(head.end());
    }
    return exchange.withEnd(at);
  }

  /** Passes over empty lines, and the fences of Markdown before a response. */
  private int responseStart(int from) {
    int at = bytes.skipEmptyLines(from);
    int next = at;
    while (bytes.startsWith(next, "```")) {
      next = bytes.skipEmptyLines(bytes.nextLine(next));
    }
    return bytes.isResponse(next) ? next : at;
  }
}
