package io.github.dokuconformance.vectors.authoring;

import io.github.dokuconformance.vectors.authoring.Message.Header;
import io.github.dokuconformance.vectors.authoring.Sender.Signed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the cases of SNAP's three schemes.
 *
 * <p>Where the pages leave open what is signed, a case holds the stages of the other reading too: a
 * program may take either.
 */
final class SnapCases {
  private static final String ANEW =
      "minify writes the body anew, with the fewest escapes and raw UTF-8";
  private static final String QUERY = "the query is part of the path that is signed";
  private static final String REFERENCE = "doku:snap-symmetric";

  private final Authored authored;
  private final JsonNode file;
  private final Map<String, ObjectNode> positives = new LinkedHashMap<>();

  SnapCases(Authored authored) {
    this.authored = authored;
    this.file = authored.file("snap");
    for (JsonNode data : file.required("positives")) {
      positives.put(data.required("name").stringValue(), (ObjectNode) data);
    }
  }

  List<ObjectNode> of(String operation) {
    List<ObjectNode> cases = new ArrayList<>();
    if (operation.equals("digest")) {
      file.required("digests").forEach(data -> cases.add(digest((ObjectNode) data)));
      return cases;
    }
    for (ObjectNode data : positives.values()) {
      if (isIn(operation, data)) {
        cases.add(testCase(operation, data));
      }
    }
    if (operation.equals("verify")) {
      file.required("negatives").forEach(data -> cases.add(testCase(operation, (ObjectNode) data)));
    }
    return cases;
  }

  private static boolean isIn(String operation, ObjectNode data) {
    return !data.has("in")
        || data.required("in").valueStream().anyMatch(it -> it.stringValue().equals(operation));
  }

  private ObjectNode digest(ObjectNode data) {
    Body body = authored.body(data.required("body"));
    ObjectNode testCase = CaseHead.of("digest", data, REFERENCE);
    testCase.putObject("input").put("scheme", SnapMessage.SYMMETRIC).set("body", body.form());
    ObjectNode expected = testCase.putObject("expected");
    String digest = hash(Minify.withoutSpace(body.bytes()));
    expected.putObject("stages").put("digest", digest);
    if (data.has("open")) {
      String other = hash(Minify.anew(body.bytes()));
      if (other.equals(digest)) {
        throw new IllegalArgumentException(data.path("name") + ": both readings say the same");
      }
      alternative(expected, ANEW).put("digest", other);
    }
    return testCase;
  }

  private static String hash(byte[] bytes) {
    return Oracle.encode("hex", Oracle.hash("SHA-256", bytes));
  }

  private ObjectNode testCase(String operation, ObjectNode data) {
    try {
      ObjectNode base = base(data);
      ObjectNode testCase = CaseHead.of(operation, data, base.path("ref").stringValue(REFERENCE));
      SnapMessage message = SnapMessage.of(base, authored);
      ObjectNode expected = JsonNodeFactory.instance.objectNode();
      switch (operation) {
        case "canonicalize" -> {
          List<Header> headers = headers(data, message, right(message));
          headers.removeIf(header -> header.is("X-SIGNATURE"));
          testCase
              .putObject("input")
              .put("scheme", message.scheme())
              .set("message", json(message, headers));
          putStages(expected, message, false);
        }
        case "sign" -> {
          testCase.set("input", message.toSign());
          putStages(expected, message, true);
        }
        default -> verify(data, message, testCase, expected);
      }
      testCase.set("expected", expected);
      return testCase;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(data.path("name") + ": " + e.getMessage(), e);
    }
  }

  /** Returns the message of an entry: its own, or that of its twin, with what they change. */
  private ObjectNode base(ObjectNode data) {
    ObjectNode all;
    if (data.has("twin")) {
      all = base(positive(data.required("twin").stringValue()));
    } else {
      String name = data.required("message").stringValue();
      all = ((ObjectNode) file.required("messages").required(name)).deepCopy();
    }
    data.path("change").properties().forEach(it -> all.set(it.getKey(), it.getValue()));
    return all;
  }

  private ObjectNode positive(String name) {
    ObjectNode data = positives.get(name);
    if (data == null) {
      throw new IllegalArgumentException("expected a positive entry as twin, got: " + name);
    }
    return data;
  }

  private void verify(
      ObjectNode data, SnapMessage message, ObjectNode testCase, ObjectNode expected) {
    boolean negative = data.has("twin");
    Signed right = right(message);
    Signed sent =
        data.get("sender") instanceof ObjectNode recipe
            ? SnapSender.signed(message, recipe, authored)
            : right;
    if (data.has("sender") && sent.signature().equals(right.signature())) {
      throw new IllegalArgumentException("what the sender does changes nothing");
    }
    List<Header> headers = headers(data, message, sent);
    ObjectNode input = testCase.putObject("input").put("scheme", message.scheme());
    input.set("message", json(message, headers));
    input.put("key", message.keyName());
    expected.put("valid", !negative);
    if (negative) {
      ArrayNode mismatch = JsonNodeFactory.instance.arrayNode().add("signature-mismatch");
      expected.set("reasons", data.optional("reasons").orElse(mismatch));
    }
    if (!data.has("unreadable")) {
      putStages(expected.putObject("stages"), negative ? right : sent, true);
    }
  }

  private List<Header> headers(ObjectNode data, SnapMessage message, Signed sent) {
    ArrayNode edits = JsonNodeFactory.instance.arrayNode();
    if (data.has("twin")) {
      edits.addAll(positive(data.required("twin").stringValue()).path("headers").values());
    }
    edits.addAll(data.path("headers").values());
    return HeaderEdits.apply(
        edits, message.headers(sent.signature()), Map.of("right", right(message).signature()));
  }

  private Signed right(SnapMessage message) {
    return SnapSender.right(message, authored);
  }

  /** Puts the stages of the reading that is taken here, and those of the others. */
  private void putStages(ObjectNode expected, SnapMessage message, boolean signed) {
    Signed right = right(message);
    putStages(expected.putObject("stages"), right, signed);
    ObjectNode anew = JsonNodeFactory.instance.objectNode();
    anew.putObject("body").put("anew", true);
    ObjectNode query = JsonNodeFactory.instance.objectNode();
    query.putObject("values").put("path", "{target}");
    for (Map.Entry<String, ObjectNode> reading :
        List.of(Map.entry(ANEW, anew), Map.entry(QUERY, query))) {
      Signed other = SnapSender.signed(message, reading.getValue(), authored);
      if (!other.equals(right)) {
        putStages(alternative(expected, reading.getKey()), other, signed);
      }
    }
  }

  private static ObjectNode alternative(ObjectNode expected, String reading) {
    return expected
        .withArray("alternatives")
        .addObject()
        .put("reading", reading)
        .putObject("stages");
  }

  private static void putStages(ObjectNode stages, Signed made, boolean signed) {
    made.digest().ifPresent(digest -> stages.put("digest", digest));
    stages.put("stringToSign", made.stringToSign());
    Optional.of(made.signature()).filter(it -> signed).ifPresent(it -> stages.put("signature", it));
  }

  private static ObjectNode json(SnapMessage message, List<Header> headers) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", "request").put("method", message.method()).put("target", message.target());
    ArrayNode pairs = json.putArray("headers");
    headers.forEach(header -> pairs.addArray().add(header.name()).add(header.value()));
    message.body().ifPresent(body -> json.set("body", body.form()));
    return json;
  }
}
