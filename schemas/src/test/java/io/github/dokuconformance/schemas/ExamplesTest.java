package io.github.dokuconformance.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ExamplesTest {

  private static final String INDEX = "examples/PROVENANCE.json";

  static Stream<Arguments> examples() {
    return entries()
        .map(
            entry ->
                Arguments.argumentSet(
                    entry.get("file").stringValue(),
                    entry.get("file").stringValue(),
                    entry.get("schema").stringValue()));
  }

  static Stream<Arguments> verbatim() {
    return entries()
        .filter(entry -> entry.get("verbatim").booleanValue())
        .map(
            entry ->
                Arguments.argumentSet(
                    entry.get("file").stringValue(),
                    entry.get("file").stringValue(),
                    entry.get("sha256").stringValue()));
  }

  @Test
  void indexListsEveryExample() {
    List<String> files =
        Contract.files("examples").stream().filter(file -> !file.equals(INDEX)).toList();

    assertThat(entries().map(entry -> entry.get("file").stringValue()))
        .containsExactlyElementsOf(files);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void passesItsSchemaButForTheSlipsThatAreListed(String file, String schema) {
    List<Error> errors = Contract.validate(schema, Contract.read(file));

    assertThat(errors.stream().map(Slip::of)).containsExactlyInAnyOrderElementsOf(Slip.of(file));
  }

  @Test
  void slipsAreOfSamplesOfDokusOwnAndSayWhatEachPageSays() {
    List<String> documented =
        entries()
            .filter(entry -> entry.path("basis").asString("").equals("documented"))
            .map(entry -> entry.get("file").stringValue())
            .toList();
    List<String> names = Contract.sourceNames();

    assertThat(Contract.elements(Contract.read("slips.json").get("slips")))
        .isNotEmpty()
        .allSatisfy(
            slip -> {
              assertThat(documented).contains(slip.get("file").stringValue());
              assertThat(slip.get("summary").stringValue()).endsWith(".");
              assertThat(Contract.elements(slip.get("says")))
                  .hasSizeGreaterThanOrEqualTo(2)
                  .allSatisfy(
                      says -> {
                        String source = says.get("source").stringValue();
                        assertThat(names).anyMatch(name -> source.startsWith(name + ", "));
                        assertThat(says.get("claim").stringValue()).endsWith(".");
                      });
            });
  }

  @Test
  void everySampleThatIsNotOurOwnSaysWhatItRestsOn() {
    assertThat(entries())
        .allSatisfy(
            entry ->
                assertThat(entry.path("basis").asString("none"))
                    .isIn(
                        entry.get("source").stringValue().startsWith("made for this project")
                            ? List.of("none")
                            : List.of("documented", "observed")));
  }

  @ParameterizedTest
  @MethodSource("verbatim")
  void hasTheBytesThatWereTakenFromItsSource(String file, String sha256)
      throws IOException, NoSuchAlgorithmException {
    byte[] bytes = Files.readAllBytes(Contract.ROOT.resolve(file));

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);

    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(sha256);
  }

  @Test
  void everyDocumentedSampleHasASumOfItsBytes() {
    assertThat(entries())
        .filteredOn(
            entry -> entry.get("file").stringValue().matches(".*-(documented|postman)\\.json"))
        .hasSizeGreaterThan(15)
        .allSatisfy(entry -> assertThat(entry.get("verbatim").booleanValue()).isTrue());
  }

  @Test
  void ownExamplesAreVisiblyFake() throws IOException {
    for (JsonNode entry : entries().toList()) {
      if (entry.get("source").stringValue().startsWith("made for this project")) {
        String text =
            Files.readString(Contract.ROOT.resolve(entry.get("file").stringValue()), UTF_8);

        assertThat(text).contains("FAKE").doesNotContain("doku.com");
      }
    }
  }

  private static Stream<JsonNode> entries() {
    return Contract.elements(Contract.read(INDEX).get("examples"));
  }
}
