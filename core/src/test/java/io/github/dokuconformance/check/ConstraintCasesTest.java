package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Every constraint of the contract's schemas holds through the whole check, at its limit. */
class ConstraintCasesTest {
  static Stream<Arguments> bodies() {
    return Samples.cases().stream()
        .filter(node -> !isOfHeaders(node))
        .map(node -> argumentSet(name(node), node));
  }

  static Stream<Arguments> headers() {
    return Samples.cases().stream()
        .filter(node -> isOfHeaders(node) && !isForSchemasAlone(node))
        .map(node -> argumentSet(name(node), node));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void bodyPassesAtTheLimit(JsonNode node) {
    assertThat(check(node, "pass").findings())
        .filteredOn(finding -> finding.part() == part(node))
        .filteredOn(finding -> finding.code().startsWith("schema."))
        .filteredOn(finding -> finding.at().equals(node.path("pointer").asString()))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void bodyFailsBeyondTheLimit(JsonNode node) {
    assertThat(check(node, "fail").findings())
        .filteredOn(finding -> finding.part() == part(node))
        .filteredOn(finding -> finding.at().equals(node.path("pointer").asString()))
        .filteredOn(finding -> finding.code().equals(node.path("code").asString()))
        .isNotEmpty()
        .noneMatch(
            finding -> finding.severity() == Severity.ERROR && !finding.source().basis().isProof());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void requestWithoutAMandatoryFieldIsAnError(JsonNode node) {
    assumeTrue(node.path("code").asString().equals("schema.required"));
    assumeTrue(part(node) == Part.REQUEST);

    assertThat(check(node, "fail").findings())
        .filteredOn(finding -> finding.at().equals(node.path("pointer").asString()))
        .filteredOn(finding -> finding.code().equals("schema.required"))
        .isNotEmpty()
        .allMatch(finding -> finding.severity() == Severity.ERROR);
  }

  @ParameterizedTest
  @MethodSource("headers")
  void headerPassesAtTheLimit(JsonNode node) {
    assertThat(headerFindings(node, "pass")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("headers")
  void headerFailsBeyondTheLimit(JsonNode node) {
    assertThat(headerFindings(node, "fail")).isNotEmpty();
  }

  @Test
  void readsEveryCase() {
    long others =
        Samples.cases().stream()
            .filter(node -> isOfHeaders(node) && isForSchemasAlone(node))
            .count();

    assertThat(bodies().count() + headers().count() + others).isEqualTo(Samples.cases().size());
    assertThat(bodies().count()).isGreaterThan(250);
    assertThat(headers().count()).isGreaterThan(15);
  }

  private static CheckResult check(JsonNode node, String which) {
    String base = node.path("base").asString();
    String body = put(node, which).toString();
    String operation = base.substring(base.indexOf('/') + 1, base.lastIndexOf('/'));
    if (operation.equals("errors")) {
      return Draft.order().response(400, body).check();
    }
    if (part(node) == Part.REQUEST) {
      return Draft.of(operation, body, "").operation(operation).noResponse().check();
    }
    return Draft.of(operation, "{}", body).operation(operation).check();
  }

  private static List<Finding> headerFindings(JsonNode node, String which) {
    String name = node.path("pointer").asString().substring(1);
    JsonNode value = expand(node.path(which));
    String base = node.path("base").asString();
    Draft draft =
        base.startsWith("examples/snap.")
            ? Draft.snap(base.substring(base.indexOf('/') + 1, base.lastIndexOf('/')))
            : base.contains("notification") ? Draft.notification() : Draft.order();
    boolean absent = value.has("$absent");
    if (part(node) == Part.RESPONSE) {
      draft =
          absent ? draft.withoutResponseHeader(name) : draft.responseHeader(name, value.asString());
    } else {
      draft = absent ? draft.withoutHeader(name) : draft.header(name, value.asString());
    }
    return draft.check().findings().stream()
        .filter(finding -> finding.part() == part(node) && finding.at().equals(name))
        // The schemas know the form alone: what is signed, and when, is for the rules.
        .filter(finding -> !finding.code().equals("signature.mismatch"))
        .filter(finding -> !finding.code().startsWith("echo."))
        .toList();
  }

  /** In HTTP, headers are a list, and each is a text: what is of another type cannot be sent. */
  private static boolean isForSchemasAlone(JsonNode node) {
    return node.path("fail").isNumber() || node.path("pointer").asString().isEmpty();
  }

  private static boolean isOfHeaders(JsonNode node) {
    return node.path("base").asString().contains("headers");
  }

  private static Part part(JsonNode node) {
    return node.path("base").asString().contains("/response-") ? Part.RESPONSE : Part.REQUEST;
  }

  private static JsonNode put(JsonNode node, String which) {
    String pointer = node.path("pointer").asString();
    if (pointer.isEmpty()) {
      return node.path(which);
    }
    JsonNode document = Samples.json(node.path("base").asString().substring("examples/".length()));
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = document.at(place.head());
    JsonNode value = expand(node.path(which));
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else if (value.has("$absent")) {
      ((ObjectNode) parent).remove(place.last().getMatchingProperty());
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return document;
  }

  private static JsonNode expand(JsonNode value) {
    JsonNode repeat = value.path("$repeat");
    return repeat.isMissingNode()
        ? value
        : StringNode.valueOf(repeat.get(0).asString().repeat(repeat.get(1).asInt()));
  }

  private static String name(JsonNode node) {
    String failing = node.path("fail").toString();
    return node.path("schema").asString()
        + node.path("constraint").asString()
        + " at "
        + node.path("pointer").asString()
        + " "
        + failing.substring(0, Math.min(30, failing.length()));
  }
}
