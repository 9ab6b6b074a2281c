package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.MessageLimits;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a request.
 *
 * @param recorded whether it has a version, as what was on the wire; editors' HTTP clients leave it
 *     out
 */
record RequestLine(String method, String target, boolean recorded) {
  static final String WANTED = "expected a request line like POST /path HTTP/1.1, got ";

  private static final String METHODS = "(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)";
  private static final Pattern RECORDED = Pattern.compile("(\\S+) (\\S+) HTTP/\\d(\\.\\d)?");
  private static final Pattern WRITTEN =
      Pattern.compile("(?:(" + METHODS + ")[ \\t]{1,9})?((?:/|https?://|\\{\\{).*)");

  private static final Pattern VERSION = Pattern.compile("[ \\t]HTTP/\\d(?:\\.\\d)?$");
  private static final Pattern WITH_VERSION =
      Pattern.compile(METHODS + " (?:/|https?://)\\S* HTTP/\\d(?:\\.\\d)?");

  /** Says whether a line stands there that can't be but a request's first. */
  static boolean isWithVersion(HttpBytes bytes, int at) {
    if ("GPDHO".indexOf(bytes.peek(at)) < 0) {
      return false;
    }
    int end = bytes.lineEnd(at);
    return end > at + 10 && end - at < 8192 && WITH_VERSION.matcher(bytes.line(at, end)).matches();
  }

  /** Says whether the line can be a request's first, as editors' HTTP clients have it as well. */
  static boolean isPossible(String line) {
    return line.length() <= MessageLimits.HEADER_BYTES
        && (RECORDED.matcher(line).matches()
            || (WRITTEN.matcher(line).matches() && !line.startsWith("//")));
  }

  /** Reads the line with the variables put in. */
  static RequestLine read(HttpBytes bytes, int at, String line, Variables variables)
      throws InputException {
    String resolved = variables.resolve(line);
    Optional<String> unresolved = Variables.find(resolved);
    if (unresolved.isPresent()) {
      throw bytes.error(at, Variables.reason(unresolved.get()));
    }
    if (resolved.length() > MessageLimits.HEADER_BYTES) {
      throw bytes.error(at, "expected a request line of at most 64 KiB, got a longer one");
    }
    Matcher matcher = RECORDED.matcher(resolved);
    boolean recorded = matcher.matches();
    if (!recorded) {
      matcher = WRITTEN.matcher(VERSION.matcher(resolved.strip()).replaceFirst("").strip());
    }
    if (!matcher.matches()) {
      throw bytes.error(at, WANTED + Visible.quoted(line));
    }
    String method = matcher.group(1) == null ? "GET" : matcher.group(1);
    if (!HttpSyntax.isToken(method) || !HttpSyntax.isTarget(matcher.group(2))) {
      throw bytes.error(at, WANTED + Visible.quoted(line));
    }
    return new RequestLine(method, matcher.group(2), recorded);
  }
}
