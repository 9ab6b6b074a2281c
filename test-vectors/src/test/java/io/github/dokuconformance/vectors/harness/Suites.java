package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.vectors.SuiteException;
import io.github.dokuconformance.vectors.VectorSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Small suites that stay as they are while the real one grows. */
final class Suites {
  private static final Path MINI = Path.of("src/test/resources/mini-suite");
  private static final JsonMapper MAPPER = new JsonMapper();

  private Suites() {}

  /** Returns two cases of each operation. */
  static VectorSuite mini() {
    return load(MINI);
  }

  /** Returns the mini suite with that many cases of digest, of which all but two are copies. */
  static VectorSuite withDigestCases(int count, Path directory) throws IOException {
    Path vectors = Files.createDirectories(directory.resolve("vectors"));
    try (var files = Files.list(MINI.resolve("vectors"))) {
      for (Path file : files.toList()) {
        Files.copy(file, vectors.resolve(file.getFileName()));
      }
    }
    Path digest = vectors.resolve("digest.json");
    ObjectNode document = (ObjectNode) MAPPER.readTree(Files.readString(digest, UTF_8));
    ArrayNode cases = (ArrayNode) document.get("cases");
    while (cases.size() < count) {
      cases.add(((ObjectNode) cases.get(0)).deepCopy().put("id", "digest/copy/n" + cases.size()));
    }
    document.put("caseCount", count);
    Files.writeString(digest, MAPPER.writeValueAsString(document), UTF_8);
    return load(directory);
  }

  private static VectorSuite load(Path directory) {
    try {
      return VectorSuite.load(directory);
    } catch (SuiteException e) {
      throw new IllegalStateException(e);
    }
  }
}
