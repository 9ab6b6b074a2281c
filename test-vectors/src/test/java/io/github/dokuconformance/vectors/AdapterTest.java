package io.github.dokuconformance.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the reference adapters, and the one that the tutorial grows, against every case.
 *
 * <p>All requests are fed at once, which an adapter cannot tell from lock-step. What adapters are
 * graded with is the runner; this is a second, plain judge of them.
 */
class AdapterTest {
  private static final VectorSuite SUITE = VectorSuite.bundled();
  private static final String HELLO =
      "{\"type\":\"hello\",\"protocol\":1,\"suite\":\"doku\",\"suiteVersion\":\"1.0.0\"}";

  @TempDir private Path directory;

  static Stream<Arguments> adapters() {
    return Stream.of(
        argumentSet("Node", new Tool("node"), "adapters/node/adapter.js"),
        argumentSet("Python", new Tool("python3"), "adapters/python/adapter.py"),
        argumentSet("PHP", new Tool("php"), "adapters/php/adapter.php"));
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void answersEveryCaseRight(Tool tool, String adapter) throws Exception {
    assertThat(wrongAnswers(tool, Path.of(""), adapter, cases())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void speaksTheSchemaOfTheProtocol(Tool tool, String adapter) throws Exception {
    for (JsonNode reply : replies(tool, Path.of(""), adapter, requests(cases()))) {
      assertThat(FormatSchema.ADAPTER_MESSAGE.violations(reply)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void namesItsOwnProtocolWhereItDoesNotKnowTheOther(Tool tool, String adapter) throws Exception {
    List<JsonNode> replies =
        replies(
            tool, Path.of(""), adapter, List.of(HELLO.replace("\"protocol\":1", "\"protocol\":2")));

    assertThat(replies).singleElement().hasToString("{\"type\":\"hello\",\"protocol\":1}");
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void isShortEnoughToCopy(Tool tool, String adapter) throws IOException {
    Path file = Path.of(adapter);
    Path ofSnap = file.resolveSibling(file.getFileName().toString().replace("adapter", "snap"));

    assertThat(Files.readAllLines(file, UTF_8)).hasSizeLessThan(130);
    assertThat(Files.readAllLines(ofSnap, UTF_8)).hasSizeLessThan(140);
  }

  @Test
  void adapterOfTheTutorialAnswersEveryCaseRight() throws Exception {
    String tutorial = Files.readString(Path.of("TUTORIAL.md"), UTF_8);
    for (String name : List.of("adapter.py", "answers.py")) {
      Files.writeString(directory.resolve(name), Snippets.of(tutorial, name), UTF_8);
    }

    List<TestCase> nonSnap =
        cases().stream().filter(test -> test.scheme().equals(TestCase.NON_SNAP)).toList();

    assertThat(wrongAnswers(new Tool("python3"), directory, "adapter.py", nonSnap)).isEmpty();
  }

  private List<String> wrongAnswers(Tool tool, Path where, String adapter, List<TestCase> cases)
      throws Exception {
    List<JsonNode> replies = replies(tool, where, adapter, requests(cases));
    List<String> wrong = new ArrayList<>();
    assertThat(replies).hasSize(cases.size() + 1);
    for (int i = 0; i < cases.size(); i++) {
      JsonNode reply = replies.get(i + 1);
      assertThat(reply.required("id").intValue()).isEqualTo(i + 1);
      if (!isRight(cases.get(i), reply)) {
        wrong.add(cases.get(i).id() + ": " + reply);
      }
    }
    return wrong;
  }

  private static boolean isRight(TestCase testCase, JsonNode reply) {
    JsonNode expected = testCase.expected();
    JsonNode ok = reply.path("ok");
    if (expected.has("rejected")) {
      return expected.required("rejected").equals(reply.at("/rejected/reason"));
    }
    if (testCase.operation() == VectorOperation.VERIFY) {
      return expected.required("valid").equals(ok.path("valid"))
          && (ok.path("valid").booleanValue(false)
              || SuiteJson.strings(expected.required("reasons"))
                  .contains(ok.path("reason").stringValue("")));
    }
    String asked =
        switch (testCase.operation()) {
          case DIGEST -> "digest";
          case CANONICALIZE -> "stringToSign";
          default -> "signature";
        };
    return Stream.concat(Stream.of(expected), expected.path("alternatives").valueStream())
        .map(reading -> reading.path("stages"))
        .anyMatch(stages -> areRight(stages, asked, ok));
  }

  private static boolean areRight(JsonNode stages, String asked, JsonNode ok) {
    return stages.required(asked).equals(ok.path(asked))
        && stages.properties().stream()
            .allMatch(
                stage ->
                    stage.getValue().equals(ok.path("stages").path(stage.getKey()))
                        || !ok.path("stages").has(stage.getKey()));
  }

  /** The adapters sign the path alone, as DOKU's own code does: no case demands the query. */
  private static List<TestCase> cases() {
    return SUITE.cases().stream()
        .filter(testCase -> !testCase.id().equals("verify/snap-path/query-included"))
        .filter(testCase -> testCase.operation() != VectorOperation.VALIDATE)
        .toList();
  }

  private static List<String> requests(List<TestCase> cases) {
    List<String> requests = new ArrayList<>(List.of(HELLO));
    int id = 0;
    for (TestCase testCase : cases) {
      id++;
      ObjectNode request = SuiteJson.MAPPER.createObjectNode();
      request.put("type", "run").put("id", id).put("case", testCase.id());
      request.put("op", testCase.operation().id());
      ObjectNode input = testCase.input();
      input.path("key").stringValueOpt().ifPresent(key -> input.set("key", SUITE.key(key)));
      request.set("input", input);
      requests.add(request.toString());
    }
    requests.add("{\"type\":\"bye\"}");
    return requests;
  }

  private List<JsonNode> replies(Tool tool, Path where, String adapter, List<String> requests)
      throws Exception {
    Path input = Files.write(directory.resolve("requests.jsonl"), requests, UTF_8);
    Tool.Outcome outcome = tool.feed(input, where, adapter);
    outcome.assertSucceeded();
    return outcome.output().lines().map(SuiteJson.MAPPER::readTree).toList();
  }
}
