package io.github.dokuconformance.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorSuiteTest {
  @Test
  void bundledSuiteEqualsTheOneInTheDirectory() throws SuiteException {
    VectorSuite directory = VectorSuite.load(Path.of(""));
    VectorSuite bundled = VectorSuite.bundled();

    assertThat(bundled.manifestSha256()).isEqualTo(directory.manifestSha256());
    assertThat(bundled.cases()).isEqualTo(directory.cases());
  }

  @Test
  void findsCasesFlagsAndKeysByName() {
    VectorSuite suite = VectorSuite.bundled();
    TestCase first = suite.cases().get(0);

    assertThat(suite.find(first.id())).contains(first);
    assertThat(suite.flag(first.flags().get(0)).description()).isNotEmpty();
    assertThat(suite.key("merchant-a").required("clientId").stringValue())
        .isEqualTo("BRN-TEST-0001");
    assertThatThrownBy(() -> suite.key("merchant-z")).hasMessageContaining("merchant-z");
  }

  @Test
  void namesTheFileThatIsMissing(@TempDir Path empty) {
    assertThatThrownBy(() -> VectorSuite.load(empty))
        .isInstanceOf(SuiteException.class)
        .hasMessageStartingWith("vectors/manifest.json: there is no such file");
  }

  @Test
  void namesLineAndColumnOfBrokenJson(@TempDir Path directory) throws IOException {
    Files.createDirectory(directory.resolve("vectors"));
    Files.writeString(directory.resolve("vectors/manifest.json"), "{\n  \"format\": 1,,\n}");

    assertThatThrownBy(() -> VectorSuite.load(directory))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("vectors/manifest.json, line 2, column 15: not JSON");
  }

  @Test
  void changesToAnInputDoNotReachTheSuite() {
    VectorSuite suite = VectorSuite.bundled();
    TestCase first = suite.cases().get(0);

    first.input().removeAll();

    assertThat(first.input().isEmpty()).isFalse();
  }
}
