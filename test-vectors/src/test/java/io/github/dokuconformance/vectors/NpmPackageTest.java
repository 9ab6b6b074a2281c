package io.github.dokuconformance.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NpmPackageTest {
  @Test
  void hasTheVersionOfTheSuite() throws Exception {
    JsonNode npm = SuiteJson.MAPPER.readTree(Files.readString(Path.of("package.json"), UTF_8));

    assertThat(npm.required("version").stringValue()).isEqualTo(VectorSuite.bundled().version());
  }

  @Test
  void packsVectorsSchemasAndAdaptersAndNothingOfTheBuild() throws Exception {
    Tool.Outcome outcome =
        new Tool("npm").run(Path.of(""), "pack", "--dry-run", "--ignore-scripts");

    outcome.assertSucceeded();
    assertThat(outcome.output())
        .contains("vectors/manifest.json", "vectors/verify.json", "vectors/constraints.json")
        .contains("schema/vectors.schema.json", "schema/adapter-message.schema.json")
        .contains(
            "adapters/node/adapter.js", "adapters/python/adapter.py", "adapters/php/adapter.php")
        .contains("README.md", "CHANGELOG.md")
        .doesNotContain("authored/", "src/", "target/", "pom.xml");
  }
}
