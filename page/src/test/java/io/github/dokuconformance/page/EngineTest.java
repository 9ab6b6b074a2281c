package io.github.dokuconformance.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The engine says in JavaScript what it says in Java, to the last hypothesis counted. */
class EngineTest {
  private static final int SINGLES = 20_000;

  @TempDir private Path folder;

  @Test
  void explainsEachVectorAsTheJvmDoes() throws Exception {
    Map<String, ObjectNode> cases = new TreeMap<>();
    for (TestCase vector : VectorSuite.bundled().cases()) {
      if (vector.operation() == VectorOperation.VERIFY) {
        cases.put(vector.id(), ofVector(vector));
      }
    }

    hold(ofToday(cases, 40));
  }

  @Test
  void explainsARequestWithEachMistakeAsTheJvmDoes() throws Exception {
    Map<String, ObjectNode> cases = new TreeMap<>();
    JsonNode mistakes =
        JsonMapper.shared().readTree(EngineTest.class.getResourceAsStream("mistakes.json"));
    String merchant = pem("merchant");
    String doku = pem("doku");
    for (Map.Entry<String, JsonNode> mistake : mistakes.properties()) {
      ObjectNode asked = (ObjectNode) mistake.getValue();
      ObjectNode question =
          question(asked.path("secret").asString(), asked.path("part").asString());
      question.put("scheme", asked.path("scheme").asString());
      question.put("other", asked.path("other").asString());
      question.put("url", "https://merchant.example/payments/notify");
      if (asked.path("scheme").asString().startsWith("snap.")) {
        question.put("own", merchant).put("ofDoku", doku);
      }
      cases.put(mistake.getKey(), asked(asked.path("exchange").toString(), question));
    }
    assertThat(cases).hasSizeGreaterThan(160);

    hold(ofToday(cases, 8));
  }

  private static String pem(String name) throws IOException {
    return Files.readString(
        Tools.TOP.resolve(
            "core/src/test/resources/io/github/dokuconformance/snap/"
                + name
                + "-NOT-A-SECRET.pem"));
  }

  private static ObjectNode ofVector(TestCase vector) {
    JsonNode message = vector.input().path("message");
    ObjectNode exchange = JsonNodeFactory.instance.objectNode();
    boolean answer = message.path("kind").asString().equals("response");
    ObjectNode request = exchange.putObject("request");
    request.put("method", message.path("method").asString("POST"));
    request.set("target", message.path("target"));
    request.set("headers", message.path("headers"));
    ObjectNode carrier = answer ? exchange.putObject("response") : request;
    carrier.set("headers", message.path("headers"));
    if (answer) {
      carrier.set("status", message.path("status"));
    }
    if (message.has("body")) {
      carrier.set("body", message.path("body"));
    }
    JsonNode key = VectorSuite.bundled().key(vector.input().path("key").asString());
    ObjectNode question = question(secret(key.path("secret")), answer ? "RESPONSE" : "REQUEST");
    if (vector.input().has("scheme")) {
      question.put("scheme", vector.input().path("scheme").asString());
      question.put("own", key.path("publicKey").asString(""));
    }
    return asked(exchange.toString(), question);
  }

  private static String secret(JsonNode bytes) {
    return bytes.has("base64")
        ? new String(Base64.getDecoder().decode(bytes.path("base64").asString()), ISO_8859_1)
        : new String(bytes.path("utf8").asString().getBytes(UTF_8), ISO_8859_1);
  }

  private static ObjectNode question(String secret, String part) {
    ObjectNode question = JsonNodeFactory.instance.objectNode();
    question.put("secret", secret).put("part", part).put("index", 0);
    question.put("hypotheses", SINGLES).put("seconds", 120);
    question.putArray("paths").add("/akulaku-peer-to-peer/v2/generate-order").add("/orders/v1/x");
    return question;
  }

  private static ObjectNode asked(String text, ObjectNode question) {
    return JsonNodeFactory.instance.objectNode().put("text", text).set("question", question);
  }

  /** Returns one in so many, others each day; all where the tests are exhaustive. */
  private static Map<String, ObjectNode> ofToday(Map<String, ObjectNode> cases, int days) {
    long today = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    Map<String, ObjectNode> some = new TreeMap<>();
    int at = 0;
    for (Map.Entry<String, ObjectNode> one : cases.entrySet()) {
      if (Boolean.getBoolean("exhaustive") || at++ % days == today % days) {
        some.put(one.getKey(), one.getValue());
      }
    }
    return some;
  }

  /** Holds the one engine's answers against the other's. */
  private void hold(Map<String, ObjectNode> cases) throws Exception {
    List<String> lines = cases.values().stream().map(ObjectNode::toString).toList();
    Path answers = folder.resolve("answers");
    Process node =
        new ProcessBuilder(
                Tools.want("node").toString(),
                "src/test/js/answers.js",
                Tools.wantFile(Tools.ENGINE).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectInput(Files.write(folder.resolve("questions"), lines).toFile())
            .redirectOutput(answers.toFile())
            .start();
    List<String> expected = new ArrayList<>();
    for (ObjectNode asked : cases.values()) {
      expected.add(
          Engine.explain(
              new String(asked.path("text").asString().getBytes(UTF_8), ISO_8859_1),
              asked.path("question").toString()));
    }
    assertThat(node.waitFor()).isZero();
    List<String> got = Files.readAllLines(answers);
    assertThat(got).hasSameSizeAs(expected);
    SoftAssertions softly = new SoftAssertions();
    int at = 0;
    for (String id : cases.keySet()) {
      String answer = JsonMapper.shared().readTree(got.get(at)).path("answer").asString();
      softly.assertThat(answer).as(id).isEqualTo(expected.get(at));
      // What no HTTP message can hold, no reader takes.
      softly
          .assertThat(answer)
          .as(id)
          .containsPattern("\"answers\":\\[\\{|header value without control characters");
      at++;
    }
    softly.assertAll();
  }
}
