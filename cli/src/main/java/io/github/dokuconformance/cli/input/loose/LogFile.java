package io.github.dokuconformance.cli.input.loose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.message.Request;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the requests out of a log: of lines with JSON in them (Monolog and Laravel, winston, pino,
 * slog), of Spring's {@code CommonsRequestLoggingFilter}, and of lines of {@code name=value}.
 */
public final class LogFile {
  private static final Pattern SPRING =
      Pattern.compile(
          "\\[(?:([A-Z]{3,7}) |uri=)((?:/|https?://)[^\\s,;]{0,8000})[,;] ?.{0,1000}?headers=\\[");
  private static final Pattern SPRING_HEADER =
      Pattern.compile("(?<![\\w-])([\\w-]{1,200}+):\"([^\"]*+)\"");
  private static final Pattern NAME = Pattern.compile("(?<![\\w.-])([A-Za-z_][\\w.-]{0,60}+)=");

  /** How often a character may be looked at, in texts whose braces do not match. */
  private static final int LOOKS = 8;

  private static final int LONGEST_LINE = 1 << 20;

  private final Readings readings;
  private final Optional<String> target;
  private long looks;

  private LogFile(Readings readings, Optional<String> target) {
    this.readings = readings;
    this.target = target;
  }

  /**
   * Reads the requests of a log; the target is that of requests that say none.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static void read(byte[] content, Optional<String> target, Readings readings)
      throws InputException {
    new LogFile(readings, target).read(new String(content, UTF_8));
  }

  private void read(String text) throws InputException {
    looks = (long) LOOKS * text.length() + LONGEST_LINE;
    long line = 1;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      int next = entry(text, at, end, line);
      line += text.substring(at, next).chars().filter(c -> c == '\n').count();
      at = next;
    }
    if (readings.count() == 0) {
      readings.add(
          InputException.of(
              readings.file(),
              "no line of this log holds a request; log its method, URL, headers and raw body as"
                  + " JSON, such as"
                  + " {\"method\":\"POST\",\"url\":\"/path\",\"headers\":{…},\"body\":\"…\"}, or"
                  + " give the values to explain with --client-id, --request-id, --timestamp,"
                  + " --target, --body and --signature"));
    }
  }

  /** Reads the entry that begins with that line, and returns where the next begins. */
  private int entry(String text, int start, int lineEnd, long line) throws InputException {
    int next = Math.min(lineEnd + 1, text.length());
    int brace = text.indexOf('{', start);
    String whole = lineEnd - start > LONGEST_LINE ? "" : text.substring(start, lineEnd);
    try {
      Optional<ObjectNode> spring = spring(whole);
      if (spring.isPresent()) {
        add(line, spring.get());
        return next;
      }
      while (brace >= 0 && brace < lineEnd) {
        int end = JsonText.end(text, brace);
        looks -= (end < 0 ? text.length() : end) - brace;
        if (looks < 0) {
          return text.length(); // No log has so many braces that nothing closes.
        }
        if (end > 0 && add(line, text.substring(brace, end))) {
          int after = text.indexOf('\n', end);
          return after < 0 ? text.length() : after + 1;
        }
        brace = text.indexOf('{', brace + 1);
        if (end > 0 && brace > 0 && brace < end) {
          brace = text.indexOf('{', end);
        }
      }
      ObjectNode pairs = pairs(whole);
      if (pairs.has("headers")) {
        add(line, pairs);
      }
    } catch (InputException e) {
      readings.add(e);
    }
    return next;
  }

  /** Adds the request of a JSON text, and says whether it holds one. */
  private boolean add(long line, String json) throws InputException {
    JsonNode tree;
    try {
      tree = JsonText.tree(readings.file(), line, JsonText.bytes(json));
    } catch (InputException e) {
      return false; // Braces that are no JSON.
    }
    return add(line, tree);
  }

  private boolean add(long line, JsonNode tree) throws InputException {
    Optional<Request> request = LooseExchange.find(readings.file(), line, tree, target);
    if (request.isEmpty()) {
      return false;
    }
    readings.add(request.get(), null);
    return true;
  }

  /** Reads what Spring's {@code CommonsRequestLoggingFilter} writes. */
  private static Optional<ObjectNode> spring(String line) {
    int headersAt = line.indexOf("headers=[");
    Matcher beginning = SPRING.matcher(line);
    if (headersAt < 0 || headersAt > 20_000 || !beginning.region(0, headersAt + 9).find()) {
      return Optional.empty();
    }
    int headersEnd = line.indexOf("\"]", beginning.end());
    if (headersEnd < 0) {
      return Optional.empty();
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (beginning.group(1) != null) {
      json.put("method", beginning.group(1));
    }
    json.put("url", beginning.group(2));
    ObjectNode headers = json.putObject("headers");
    Matcher header = SPRING_HEADER.matcher(line.substring(beginning.end(), headersEnd + 1));
    while (header.find()) {
      headers.put(header.group(1), header.group(2));
    }
    String rest = line.substring(headersEnd + 2).strip();
    int payload = rest.indexOf("payload=");
    if (payload >= 0 && rest.endsWith("]")) {
      json.put("body", rest.substring(payload + "payload=".length(), rest.length() - 1));
    }
    return Optional.of(json);
  }

  /** Reads {@code name=value}, where a value may stand in quotes, with JSON's escapes. */
  private static ObjectNode pairs(String line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Matcher name = NAME.matcher(line);
    int at = 0;
    while (at < line.length() && name.find(at)) {
      int start = name.end();
      boolean quoted = start < line.length() && line.charAt(start) == '"';
      at = quoted ? quoteEnd(line, start) : wordEnd(line, start);
      String value = line.substring(start, at);
      if (quoted) {
        try {
          value = JsonText.tree("", 1, JsonText.bytes(value)).asString();
        } catch (InputException e) {
          continue; // It does not end, or has an escape that JSON does not have.
        }
      }
      if (!json.has(name.group(1))) {
        json.put(name.group(1), value);
      }
    }
    return json;
  }

  private static int quoteEnd(String line, int quote) {
    for (int i = quote + 1; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == '"') {
        return i + 1;
      }
    }
    return line.length();
  }

  private static int wordEnd(String line, int start) {
    int end = start;
    while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }
}
