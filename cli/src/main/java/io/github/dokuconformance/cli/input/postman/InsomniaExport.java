package io.github.dokuconformance.cli.input.postman;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.JsonText;
import io.github.dokuconformance.cli.input.Readings;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the requests of Insomnia's export, version 4, that are final: without templates. */
public final class InsomniaExport {
  private InsomniaExport() {}

  public static void read(byte[] content, Readings readings) throws InputException {
    JsonNode export = JsonText.tree(readings.file(), 1, content);
    for (JsonNode resource : export.path("resources").values()) {
      if (resource.path("_type").asString("").equals("request")) {
        try {
          readings.add(request(readings.file(), resource), null);
        } catch (InputException e) {
          readings.add(e);
        }
      }
    }
    if (readings.count() == 0) {
      throw InputException.of(
          readings.file(), "expected an export of Insomnia with requests, got one without");
    }
  }

  private static Request request(String file, JsonNode json) throws InputException {
    String name = json.path("name").asString("a request");
    String method = json.path("method").asString("GET");
    String url = json.path("url").asString("");
    HeaderBlock headers = new HeaderBlock();
    String all = url + json.path("headers") + json.at("/body/text").asString("");
    if (all.contains("{{") || all.contains("{%")) {
      throw error(
          file,
          name,
          "its values are filled in when it is sent; copy it as curl (Generate Code, Shell, cURL)");
    }
    for (JsonNode header : json.path("headers").values()) {
      if (!header.path("disabled").asBoolean(false)) {
        Optional<String> wanted =
            headers.add(header.path("name").asString(""), header.path("value").asString(""));
        if (wanted.isPresent()) {
          throw error(file, name, "expected " + wanted.get());
        }
      }
    }
    if (!HttpSyntax.isToken(method) || !HttpSyntax.isTarget(url)) {
      throw error(file, name, "expected a method and a URL");
    }
    return new Request(
        method,
        Target.of(url),
        headers.toHeaders(),
        Body.ofUtf8(json.at("/body/text").asString("")));
  }

  private static InputException error(String file, String name, String reason) {
    return InputException.of(file, "Insomnia's request " + Visible.quoted(name) + ": " + reason);
  }
}
