package io.github.dokuconformance.vectors.authoring;

import io.github.dokuconformance.vectors.authoring.Message.Header;
import io.github.dokuconformance.vectors.authoring.Sender.Signed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the cases of canonicalize, sign and verify out of scenarios. */
final class Cases {
  private final Authored authored;
  private final Map<String, Scenario> positives = new LinkedHashMap<>();
  private final List<Scenario> scenarios = new ArrayList<>();

  Cases(Authored authored) {
    this.authored = authored;
    for (ObjectNode data : authored.list("positives")) {
      Scenario scenario = Scenario.positive(data, authored);
      positives.put(scenario.name(), scenario);
      scenarios.add(scenario);
    }
    for (ObjectNode data : authored.list("negatives")) {
      scenarios.add(
          Scenario.negative(data, scenario(data.required("twin").stringValue()), authored));
    }
  }

  List<ObjectNode> of(String operation) {
    List<ObjectNode> cases = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      if (scenario.isIn(operation)) {
        try {
          cases.add(testCase(operation, scenario));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(scenario.name() + ": " + e.getMessage(), e);
        }
      }
    }
    return cases;
  }

  private Scenario scenario(String name) {
    Scenario scenario = positives.get(name);
    if (scenario == null) {
      throw new IllegalArgumentException(
          "expected the name of a positive entry as twin, got: " + name);
    }
    return scenario;
  }

  private ObjectNode testCase(String operation, Scenario scenario) {
    ObjectNode testCase = CaseHead.of(operation, scenario.data(), scenario.reference());
    switch (operation) {
      case "canonicalize" -> canonicalize(scenario, testCase);
      case "sign" -> sign(scenario, testCase);
      default -> verify(scenario, testCase);
    }
    return testCase;
  }

  private void canonicalize(Scenario scenario, ObjectNode testCase) {
    Message message = scenario.message();
    List<Header> headers = headers(scenario, Sender.right(message, authored));
    headers.removeIf(header -> header.is(Message.SIGNATURE));
    testCase.putObject("input").set("message", json(message, headers));
    ObjectNode expected = testCase.putObject("expected");
    if (!putRejected(scenario, expected)) {
      Message received = message.received(headers).orElseThrow();
      putStages(expected, Sender.right(received, authored)).remove("signature");
    }
  }

  private void sign(Scenario scenario, ObjectNode testCase) {
    Message message = scenario.message();
    ObjectNode input = testCase.putObject("input");
    input.put("kind", message.kind());
    if (message.isRequest()) {
      input.put("method", message.method());
    }
    input.put("clientId", message.clientId());
    input.put("requestId", message.requestId());
    input.put("timestamp", message.timestamp());
    input.put("target", message.target());
    message.body().ifPresent(body -> input.set("body", body.form()));
    input.put("key", message.keyName());
    ObjectNode expected = testCase.putObject("expected");
    if (!putRejected(scenario, expected)) {
      putStages(expected, Sender.right(message, authored));
    }
  }

  private void verify(Scenario scenario, ObjectNode testCase) {
    Message message = scenario.message();
    Signed sent = sent(scenario);
    List<Header> headers = headers(scenario, sent);
    Optional<Signed> right =
        message.received(headers).map(received -> Sender.right(received, authored));
    if (scenario.isNegative() && scenario.data().has("sender")) {
      if (right.isPresent() && right.get().signature().equals(sent.signature())) {
        throw new IllegalArgumentException("the sender's mistake does not change the signature");
      }
    }
    ObjectNode input = testCase.putObject("input");
    input.set("message", json(message, headers));
    input.put("key", message.keyName());
    if (scenario.data().has("now")) {
      input.set("now", scenario.data().required("now"));
    }
    ObjectNode expected = testCase.putObject("expected");
    expected.put("valid", !scenario.isNegative());
    if (scenario.isNegative()) {
      expected.set(
          "reasons",
          scenario
              .data()
              .optional("reasons")
              .orElseGet(() -> JsonNodeFactory.instance.arrayNode().add("signature-mismatch")));
    }
    right.ifPresent(signed -> putStages(expected, signed));
  }

  private Signed sent(Scenario scenario) {
    ObjectNode recipe = scenario.sender();
    return recipe.has("as")
        ? Sender.right(scenario(recipe.required("as").stringValue()).message(), authored)
        : Sender.wrong(scenario.message(), recipe, authored);
  }

  private List<Header> headers(Scenario scenario, Signed sent) {
    Signed right = Sender.right(scenario.message(), authored);
    ArrayNode edits = JsonNodeFactory.instance.arrayNode();
    edits.addAll(scenario.headerEdits());
    return HeaderEdits.apply(
        edits,
        scenario.message().headers(sent.signature()),
        Map.of("right", right.signature(), "digest", sent.digest().orElse("")));
  }

  private static boolean putRejected(Scenario scenario, ObjectNode expected) {
    boolean rejected = scenario.data().has("rejected");
    if (rejected) {
      expected.set("rejected", scenario.data().required("rejected"));
    }
    return rejected;
  }

  private static ObjectNode putStages(ObjectNode expected, Signed signed) {
    ObjectNode stages = expected.putObject("stages");
    signed.digest().ifPresent(digest -> stages.put("digest", digest));
    stages.put("stringToSign", signed.stringToSign());
    stages.put("signature", signed.signature());
    return stages;
  }

  private static ObjectNode json(Message message, List<Header> headers) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", message.kind());
    if (message.isRequest()) {
      json.put("method", message.method());
    } else {
      json.put("status", message.status());
    }
    json.put("target", message.target());
    ArrayNode pairs = json.putArray("headers");
    headers.forEach(header -> pairs.addArray().add(header.name()).add(header.value()));
    message.body().ifPresent(body -> json.set("body", body.form()));
    return json;
  }
}
