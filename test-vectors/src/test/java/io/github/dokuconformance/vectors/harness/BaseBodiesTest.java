package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.schemas.ContractFiles;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bodies of right messages are right too, so that an adapter may send them through a whole
 * endpoint; but for those of cases that are about the body.
 */
class BaseBodiesTest {
  private static final VectorSuite SUITE = VectorSuite.bundled();
  private static final JsonNode CONTRACT = contract();

  /** What a message may be about that needs no body of the contract. */
  private static final Set<String> OF_BODIES =
      Set.of(
          "basic.known-answer",
          "edge.backslash",
          "edge.big-number",
          "edge.bom",
          "edge.control-characters",
          "edge.duplicate-keys",
          "edge.emoji",
          "edge.empty-body",
          "edge.empty-container",
          "edge.escaped-slash",
          "edge.html-characters",
          "edge.html-entities",
          "edge.integer-keys",
          "edge.invalid-utf8",
          "edge.key-order",
          "edge.large-body",
          "edge.line-endings",
          "edge.line-separator",
          "edge.needless-escape",
          "edge.non-ascii",
          "edge.normalization",
          "edge.not-json",
          "edge.null-member",
          "edge.number-spelling",
          "edge.other-charset",
          "edge.raw-slash",
          "edge.unicode-escape",
          "edge.url-characters",
          "edge.whitespace",
          "unspecified.error-response",
          "unspecified.get-body");

  static Stream<Arguments> messages() {
    return SUITE.cases().stream()
        .filter(it -> it.operation() == VectorOperation.VERIFY)
        .filter(it -> it.expected().path("valid").booleanValue(false))
        .filter(it -> body(it).isString())
        .filter(it -> it.id().endsWith("/valid") || !isAboutTheBody(it))
        .map(it -> argumentSet(it.id(), it));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void bodyIsOneOfTheContract(TestCase testCase) {
    JsonNode message = testCase.input().required("message");
    JsonNode body = JsonMapper.shared().readTree(body(testCase).stringValue());

    assertThat(schemas(message))
        .isNotEmpty()
        .anySatisfy(schema -> assertThat(SoundTarget.schema(schema).validate(body)).isEmpty());
  }

  private static boolean isAboutTheBody(TestCase testCase) {
    return testCase.flags().stream().anyMatch(OF_BODIES::contains);
  }

  private static JsonNode body(TestCase testCase) {
    return testCase.input().required("message").path("body").path("utf8");
  }

  /** Returns the schema of the operation at a path; at the merchant's own, all notifications'. */
  private static List<String> schemas(JsonNode message) {
    String kind = message.required("kind").stringValue();
    String path = message.required("target").stringValue().replaceFirst("[?].*", "");
    List<String> ids =
        CONTRACT.path("paths").properties().stream()
            .filter(entry -> path.matches(pattern(entry.getKey())))
            .flatMap(entry -> entry.getValue().findValuesAsString("operationId").stream())
            .toList();
    return ids.isEmpty()
        ? CONTRACT.path("webhooks").findValuesAsString("operationId").stream()
            .map(id -> id + ".request")
            .filter(SoundTarget::hasSchema)
            .toList()
        : ids.stream().map(id -> id + "." + kind).toList();
  }

  private static String pattern(String template) {
    return template.replaceAll("[{][^}]*[}]", "[^/]+");
  }

  private static JsonNode contract() {
    try (InputStream in = ContractFiles.open("openapi.json")) {
      return JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
