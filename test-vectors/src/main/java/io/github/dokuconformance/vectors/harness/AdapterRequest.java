package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case as the implementation sees it: the input with the key in place of its name, and nothing
 * of what is expected.
 *
 * <p>Places in the input are JSON pointers: {@code /message/target}.
 */
public record AdapterRequest(String caseId, VectorOperation operation, ObjectNode input) {

  /** Returns the case as an implementation is asked. */
  public static AdapterRequest of(TestCase testCase, VectorSuite suite) {
    ObjectNode input = testCase.input().deepCopy();
    input
        .optional("key")
        .ifPresent(name -> input.set("key", suite.key(name.stringValue()).deepCopy()));
    return new AdapterRequest(testCase.id(), testCase.operation(), input);
  }

  /** Returns the text there, if any. */
  public Optional<String> text(String pointer) {
    return input.at(pointer).stringValueOpt();
  }

  /** Returns the exact bytes there; none where the input has none, as for a GET without a body. */
  public byte[] bytes(String pointer) {
    JsonNode node = input.at(pointer);
    return node.path("base64")
        .stringValueOpt()
        .map(text -> Base64.getDecoder().decode(text))
        .orElseGet(() -> node.path("utf8").stringValue("").getBytes(UTF_8));
  }

  /** Returns the bytes of the secret that the case is to be answered with. */
  public byte[] secret() {
    return bytes("/key/secret");
  }

  /** Returns the message's header fields in order, repeated ones included. */
  public List<Map.Entry<String, String>> headers() {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    for (JsonNode field : input.at("/message/headers")) {
      headers.add(Map.entry(field.get(0).stringValue(), field.get(1).stringValue()));
    }
    return headers;
  }
}
