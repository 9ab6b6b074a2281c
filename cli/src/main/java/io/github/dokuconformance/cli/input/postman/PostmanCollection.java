package io.github.dokuconformance.cli.input.postman;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.cli.input.http.Variables;
import io.github.dokuconformance.message.Request;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads the requests of a Postman collection, version 2, with the values of its variables and of an
 * environment.
 *
 * <p>What a script does when a request is sent is not done here: a request that is signed by one is
 * not signed in the collection.
 */
public final class PostmanCollection {
  private static final int DEEPEST = 50;
  private static final String AS_SENT =
      "for what was sent give the report of newman run … --reporters json, or the code snippet"
          + " cURL of Postman's console";

  private final Readings readings;
  private final Variables variables = new Variables();

  private PostmanCollection(Readings readings) {
    this.readings = readings;
  }

  /**
   * Reads a collection; the environment is Postman's export of one, as JSON.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static void read(byte[] content, Optional<JsonNode> environment, Readings readings)
      throws InputException {
    PostmanCollection reader = new PostmanCollection(readings);
    JsonNode collection = JsonText.tree(readings.file(), 1, content);
    reader.define(collection.path("variable"));
    environment.ifPresent(it -> reader.define(it.path("values")));
    readings.remark(1, "a Postman collection, whose scripts are not run; " + AS_SENT);
    reader.items(collection, "", hasScript(collection), 0);
    if (readings.count() == 0) {
      throw InputException.of(
          readings.file(), "expected a Postman collection with requests, got one without");
    }
  }

  private void define(JsonNode list) {
    for (JsonNode variable : list.values()) {
      if (variable.path("enabled").asBoolean(true) && !variable.path("disabled").asBoolean(false)) {
        variables.define(variable.path("key").asString(""), variable.path("value").asString(""));
      }
    }
  }

  private void items(JsonNode parent, String path, boolean scripted, int depth)
      throws InputException {
    int number = 0;
    for (JsonNode item : parent.path("item").values()) {
      String place = path + "/item/" + number++;
      boolean signs = scripted || hasScript(item);
      if (item.has("item") && depth < DEEPEST) {
        items(item, place, signs, depth + 1);
      } else if (item.has("request")) {
        request(item.path("request"), place + "/request", signs);
      }
    }
  }

  private void request(JsonNode json, String place, boolean scripted) throws InputException {
    PostmanRequest reader = new PostmanRequest(readings.file(), place, variables::resolve);
    try {
      Request request = reader.request(json);
      if (scripted && request.headers().first("Signature").isEmpty()) {
        throw reader.error(
            "the request is unsigned in the collection; a script may sign it when it is sent: "
                + AS_SENT);
      }
      readings.add(request, null);
    } catch (InputException e) {
      readings.add(e);
    }
  }

  private static boolean hasScript(JsonNode item) {
    for (JsonNode event : item.path("event").values()) {
      if (event.path("listen").asString("").equals("prerequest")) {
        return true;
      }
    }
    return false;
  }
}
