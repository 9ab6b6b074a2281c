package io.github.dokuconformance.cli.input.loose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.message.Request;
import java.util.LinkedHashMap;
import java.util.Map;
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
          "\\[(?:([A-Z]+) |uri=)(/\\S*?|https?://\\S*?)[,;].*?headers=\\[(.*?)\"][,;]?"
              + "(?: ?payload=(.*))?]\\s*$",
          Pattern.DOTALL);
  private static final Pattern SPRING_HEADER = Pattern.compile("([\\w-]+):\"([^\"]*)\"?");
  private static final Pattern PAIR =
      Pattern.compile("([A-Za-z_][\\w.-]*)=(\"(?:[^\"\\\\]|\\\\.)*\"|\\S*)");

  private final Readings readings;
  private final Optional<String> target;

  private LogFile(Readings readings, Optional<String> target) {
    this.readings = readings;
    this.target = target;
  }

  /** Reads the requests of a log; the target is that of requests that say none. */
  public static void read(byte[] content, Optional<String> target, Readings readings) {
    new LogFile(readings, target).read(new String(content, UTF_8));
  }

  private void read(String text) {
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
  private int entry(String text, int start, int lineEnd, long line) {
    int next = Math.min(lineEnd + 1, text.length());
    int brace = text.indexOf('{', start);
    try {
      Matcher spring = SPRING.matcher(text.substring(start, lineEnd));
      if (spring.find()) {
        add(line, spring(spring));
        return next;
      }
      while (brace >= 0 && brace < lineEnd) {
        int end = JsonText.end(text, brace);
        if (end > 0 && add(line, text.substring(brace, end))) {
          int after = text.indexOf('\n', end);
          return after < 0 ? text.length() : after + 1;
        }
        brace = text.indexOf('{', brace + 1);
        if (end > 0 && brace > 0 && brace < end) {
          brace = text.indexOf('{', end);
        }
      }
      ObjectNode pairs = pairs(text.substring(start, lineEnd));
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
    request.ifPresent(it -> readings.add(it, null));
    return request.isPresent();
  }

  private static ObjectNode spring(Matcher line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (line.group(1) != null) {
      json.put("method", line.group(1));
    }
    json.put("url", line.group(2));
    ObjectNode headers = json.putObject("headers");
    Matcher header = SPRING_HEADER.matcher(line.group(3) + "\"");
    while (header.find()) {
      headers.put(header.group(1), header.group(2));
    }
    if (line.group(4) != null) {
      json.put("body", line.group(4));
    }
    return json;
  }

  private static ObjectNode pairs(String line) {
    Map<String, String> values = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(line);
    while (pair.find()) {
      String value = pair.group(2);
      if (value.startsWith("\"")) {
        try {
          value = JsonText.tree("", 1, JsonText.bytes(value)).asString();
        } catch (InputException e) {
          continue; // An escape that JSON does not have.
        }
      }
      values.putIfAbsent(pair.group(1), value);
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    values.forEach(json::put);
    return json;
  }
}
