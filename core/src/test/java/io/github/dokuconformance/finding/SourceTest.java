package io.github.dokuconformance.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
  @ParameterizedTest
  @CsvSource({"documented,true", "observed,true", "derived,false", "assumed,false"})
  void isProofWhereItIsDocumentedOrObserved(String basis, boolean proof) {
    Source source = Source.parse(basis + ": a page: its part");

    assertThat(source.basis().isProof()).isEqualTo(proof);
    assertThat(source.page()).isEqualTo("a page: its part");
    assertThat(source).hasToString(basis + ": a page: its part");
    assertThat(Source.read(source.toString())).isEqualTo(source);
  }

  @Test
  void isMadeOfEachBasis() {
    assertThat(Source.documented("p")).hasToString("documented: p");
    assertThat(Source.observed("p")).hasToString("observed: p");
    assertThat(Source.derived("p")).hasToString("derived: p");
    assertThat(Source.assumed("p")).hasToString("assumed: p");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a page", "guessed: a page", "documented:a page", "documented: "})
  void ofAnotherFormIsAnAssumption(String text) {
    assertThat(Source.read(text)).isEqualTo(Source.assumed(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a page", "guessed: a page", "documented:a page"})
  void hasABasisInASchema(String comment) {
    assertThatIllegalArgumentException().isThrownBy(() -> Source.parse(comment));
  }

  @ParameterizedTest
  @CsvSource({"note,NOTE", "warning,WARNING", "error,ERROR"})
  void aSeverityIsNamedAsInOutput(String id, Severity severity) {
    assertThat(Severity.of(id)).isEqualTo(severity).hasToString(id);
    assertThat(severity.id()).isEqualTo(id);
  }

  @Test
  void aPartIsNamedAsInOutput() {
    assertThat(Part.REQUEST.id()).isEqualTo("request");
    assertThat(Part.RESPONSE.id()).isEqualTo("response");
  }
}
