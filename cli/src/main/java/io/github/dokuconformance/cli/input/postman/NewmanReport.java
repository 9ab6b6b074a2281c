package io.github.dokuconformance.cli.input.postman;

import io.github.dokuconformance.cli.input.ContentCoding;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the report of {@code newman run … --reporters json}: each request as it was sent, with the
 * headers that scripts have made, and each response's bytes.
 *
 * <p>Requests that are neither signed nor for a target of the contract are passed over. Where a
 * script sends requests of its own ({@code pm.sendRequest}), newman 6 keeps the last request of the
 * item alone, and writes it down once for each that was sent; whether that is the item's own one
 * follows from its method and path.
 */
public final class NewmanReport {
  private final Predicate<Target> contractTarget;
  private final Readings readings;
  private final Set<String> items = new HashSet<>();
  private int passedOver;
  private int repeated;

  private NewmanReport(Predicate<Target> contractTarget, Readings readings) {
    this.contractTarget = contractTarget;
    this.readings = readings;
  }

  public static void read(byte[] content, Predicate<Target> contractTarget, Readings readings)
      throws InputException {
    JsonNode report = JsonText.tree(readings.file(), 1, content);
    List<JsonNode> executions = List.copyOf(report.at("/run/executions").values());
    if (executions.isEmpty()) {
      throw InputException.of(
          readings.file(), "expected a report of newman with executions, got one without");
    }
    NewmanReport reader = new NewmanReport(contractTarget, readings);
    for (int i = 0; i < executions.size(); i++) {
      try {
        reader.execution(executions.get(i), "/run/executions/" + i);
      } catch (InputException e) {
        readings.add(e);
      }
    }
    reader.remark();
  }

  private void execution(JsonNode execution, String place) throws InputException {
    PostmanRequest reader = new PostmanRequest(readings.file(), place, text -> text);
    String item = execution.at("/cursor/ref").asString("");
    boolean again = !item.isEmpty() && !items.add(item);
    boolean own = isOwn(execution.at("/item/request"), execution.path("request"));
    if (again && own) {
      repeated++;
      return;
    }
    if (again) {
      throw reader.error(
          "the request of this item is not in the report: its script sends one by pm.sendRequest,"
              + " and newman keeps the last alone; send that by an item of its own");
    }
    Request request = reader.request(execution.path("request"));
    if (request.headers().first("Signature").isEmpty() && !contractTarget.test(request.target())) {
      passedOver++;
      return;
    }
    reader.requireLength(request);
    readings.add(request, response(reader, execution.path("response")));
  }

  /** Says whether what was sent has the method and the last segment of the path of its item. */
  private static boolean isOwn(JsonNode item, JsonNode sent) {
    String segment = lastSegment(item);
    return item.path("method").asString("GET").equals(sent.path("method").asString("GET"))
        && (segment.startsWith(":") || segment.contains("{{") || segment.equals(lastSegment(sent)));
  }

  private static String lastSegment(JsonNode request) {
    JsonNode path = request.at("/url/path");
    return path.isEmpty() ? "" : path.get(path.size() - 1).asString("");
  }

  private void remark() {
    if (passedOver > 0) {
      readings.remark(1, passedOver + " requests passed over: not for DOKU, unsigned");
    }
    if (repeated > 0) {
      readings.remark(
          1, repeated + " requests of scripts (pm.sendRequest) passed over: newman keeps none");
    }
  }

  private static @Nullable Response response(PostmanRequest reader, JsonNode json)
      throws InputException {
    int status = json.path("code").asInt(0);
    JsonNode stream = json.at("/stream/data");
    if (status < 100 || status > 599 || !stream.isArray()) {
      return null;
    }
    if (stream.size() > MessageLimits.BODY_BYTES) {
      throw reader.error("expected a response's body of at most 10 MiB, got more");
    }
    byte[] bytes = new byte[stream.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) stream.get(i).asInt(0);
    }
    Headers headers = reader.headers(json.path("header"));
    try {
      return new Response(status, headers, Body.of(ContentCoding.decoded(headers, bytes)));
    } catch (IOException e) {
      throw reader.error(String.valueOf(e.getMessage()));
    }
  }
}
