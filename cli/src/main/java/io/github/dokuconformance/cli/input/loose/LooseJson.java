package io.github.dokuconformance.cli.input.loose;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.message.json.JsonInputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads JSON that is no exchange JSON: a request as a program logs it, or DOKU's answer alone. */
public final class LooseJson {
  private static final Set<String> ANSWER =
      Set.of("error", "errors", "error_messages", "message", "timestamp", "status", "path", "code");

  private LooseJson() {}

  /**
   * Reads a document that is one request or an array of them.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static void read(byte[] content, Optional<String> target, Readings readings)
      throws InputException {
    JsonNode json = JsonText.tree(readings.file(), 1, content);
    List<JsonNode> elements = json.isArray() ? List.copyOf(json.values()) : List.of(json);
    for (JsonNode element : elements) {
      try {
        if (isExchange(json)) {
          Exchange exchange = strict(content, readings.file());
          readings.add(exchange.request(), exchange.response().orElse(null));
          continue;
        }
        Optional<Request> request = request(readings.file(), 1, element, target);
        if (request.isEmpty() && !json.isArray()) {
          readings.add(strict(content, readings.file()).request(), null);
        } else {
          readings.add(request.orElseThrow(() -> noRequest(readings.file())), null);
        }
      } catch (InputException e) {
        readings.add(e);
      }
    }
  }

  /**
   * Says whether it is exchange JSON with a member too many: read loosely, it lost its response.
   */
  private static boolean isExchange(JsonNode json) {
    return json.path("request").has("target") && json.has("response");
  }

  /** Reads as exchange JSON what has nothing of a request, for the sake of its message. */
  private static Exchange strict(byte[] content, String file) throws InputException {
    try {
      return ExchangeJson.read(content, file);
    } catch (JsonInputException e) {
      throw InputException.ofJson(file, 1, e);
    }
  }

  private static InputException noRequest(String file) {
    return InputException.of(
        file,
        "expected a request as"
            + " {\"method\":\"POST\",\"url\":\"/path\",\"headers\":{…},\"body\":\"…\"}, got JSON"
            + " without headers");
  }

  /**
   * Returns the request of a JSON value, or empty if it has none.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static Optional<Request> request(
      String file, long line, JsonNode json, Optional<String> target) throws InputException {
    Optional<Request> found = LooseExchange.find(file, line, json, target);
    if (found.isEmpty() && isAnswer(json)) {
      throw InputException.atLine(
          file,
          line,
          "this is an answer of DOKU (%s), not the request; to find what is wrong with that, hand it"
                  .formatted(message(json))
              + " over: as a curl command, a HAR, raw HTTP, or by explain --client-id …"
              + " --request-id … --timestamp … --target … --body FILE --signature …");
    }
    return found;
  }

  /** Says whether these are names of an answer that refuses a request. */
  static boolean isAnswer(JsonNode json) {
    return json.isObject() && !json.isEmpty() && ANSWER.containsAll(json.propertyNames());
  }

  private static String message(JsonNode json) {
    for (String pointer :
        List.of("/error/message", "/error_messages/0", "/message/0", "/message", "/error")) {
      JsonNode text = json.at(pointer);
      if (text.isString()) {
        return Visible.quoted(text.asString());
      }
    }
    return "an error";
  }
}
