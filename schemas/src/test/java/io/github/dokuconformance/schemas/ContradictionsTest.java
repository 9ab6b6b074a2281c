package io.github.dokuconformance.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ContradictionsTest {

  static List<JsonNode> contradictions() {
    return Contract.elements(Contract.read("contradictions.json").get("contradictions")).toList();
  }

  @Test
  void areNumberedFrom1To74() {
    assertThat(contradictions().stream().map(each -> each.get("number").intValue()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 74).boxed().toList());
  }

  @Test
  void haveCodesOfTheirOwn() {
    List<String> codes =
        contradictions().stream()
            .map(each -> each.get("code"))
            .filter(code -> !code.isNull())
            .map(JsonNode::stringValue)
            .toList();

    assertThat(codes).hasSize(33).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("docs(?:\\.[a-z]+(?:-[a-z]+)*)"));
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void bringsAtLeastTwoSourcesThatAReaderCanFollow(JsonNode contradiction) {
    List<String> names = Contract.sourceNames();

    assertThat(Contract.elements(contradiction.get("says")))
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            says -> {
              String source = says.get("source").stringValue();
              assertThat(names).anyMatch(name -> source.startsWith(name + ", "));
              assertThat(says.get("basis").stringValue()).isIn("documented", "observed");
              assertThat(says.get("claim").stringValue()).endsWith(".");
            });
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void weighsAsANoteOrElseAsAWarning(JsonNode contradiction) {
    assertThat(contradiction.path("severity").asString("note")).isEqualTo("note");
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void saysWhyWhereNoMessageCanShowIt(JsonNode contradiction) {
    assertThat(contradiction.has("whyNotVisible")).isEqualTo(contradiction.get("code").isNull());
    assertThat(contradiction.get("summary").stringValue()).endsWith(".");
    assertThat(contradiction.get("chosen").stringValue()).endsWith(".");
  }
}
