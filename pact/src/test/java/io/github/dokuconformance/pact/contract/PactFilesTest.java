package io.github.dokuconformance.pact.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import au.com.dius.pact.core.model.V4Pact;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed files are what the DSL makes of examples and schemas. */
class PactFilesTest {
  private static final Path FOLDER = Path.of("pacts");

  @ParameterizedTest
  @MethodSource("contracts")
  void committedFileIsWhatIsBuilt(V4Pact pact) throws Exception {
    Path file = FOLDER.resolve(PactFiles.name(pact));
    byte[] built = PactFiles.write(pact);
    if (Boolean.getBoolean("update.pacts")) {
      Files.createDirectories(FOLDER);
      Files.write(file, built);
    }

    assertThat(file)
        .as("after a change of examples or schemas: mvn test -pl pact -am -Dupdate.pacts=true …")
        .hasBinaryContent(built);
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void interactionsCarryTheirSpecificationAndKeys(V4Pact pact) {
    assertThat(pact.validateForVersion(au.com.dius.pact.core.model.PactSpecVersion.V4)).isEmpty();
    assertThat(pact.getInteractions())
        .extracting(i -> i.asV4Interaction().getKey())
        .doesNotHaveDuplicates();
  }

  static Stream<Arguments> contracts() {
    return Contracts.all().stream().map(pact -> argumentSet(PactFiles.name(pact), pact));
  }
}
