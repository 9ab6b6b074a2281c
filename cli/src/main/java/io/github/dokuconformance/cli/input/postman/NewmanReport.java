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
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the report of {@code newman run … --reporters json}: each request as it was sent, with the
 * headers that scripts have made, and each response's bytes.
 */
public final class NewmanReport {
  private NewmanReport() {}

  public static void read(byte[] content, Readings readings) throws InputException {
    JsonNode report = JsonText.tree(readings.file(), 1, content);
    List<JsonNode> executions = List.copyOf(report.at("/run/executions").values());
    for (int i = 0; i < executions.size(); i++) {
      JsonNode execution = executions.get(i);
      PostmanRequest reader =
          new PostmanRequest(readings.file(), "/run/executions/" + i, text -> text);
      try {
        Request request = reader.request(execution.path("request"));
        reader.requireLength(request);
        readings.add(request, response(reader, execution.path("response")));
      } catch (InputException e) {
        readings.add(e);
      }
    }
    if (executions.isEmpty()) {
      throw InputException.of(
          readings.file(), "expected a report of newman with executions, got one without");
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
