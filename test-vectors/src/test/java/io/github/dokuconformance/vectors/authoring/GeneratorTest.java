package io.github.dokuconformance.vectors.authoring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  @Test
  void givesTheFilesThatAreThereByteForByte() throws IOException {
    Map<String, byte[]> generated = Generator.generate(Path.of("authored"));

    assertThat(generated.keySet()).isEqualTo(namesIn(Path.of("vectors")));
    for (Map.Entry<String, byte[]> file : generated.entrySet()) {
      String there = Files.readString(Path.of("vectors", file.getKey()), UTF_8);
      assertThat(new String(file.getValue(), US_ASCII))
          .as("%s; if the change is meant, run the update", file.getKey())
          .isEqualTo(there);
    }
  }

  @Test
  void refusesNegativeWhoseMistakeChangesNothing(@TempDir Path directory) throws IOException {
    copyAuthored(directory);
    replace(directory.resolve("negatives.json"), "{\"header\": \"{mac}\"}", "{\"end\": \"\"}");

    assertThatThrownBy(() -> Generator.generate(directory))
        .hasMessageContaining("signature/prefix-missing")
        .hasMessageContaining("does not change the signature");
  }

  @Test
  void namesTheEntryWhoseTwinIsNotThere(@TempDir Path directory) throws IOException {
    copyAuthored(directory);
    replace(
        directory.resolve("negatives.json"),
        "\"twin\": \"cancel/valid\"",
        "\"twin\": \"cancel/x\"");

    assertThatThrownBy(() -> Generator.generate(directory)).hasMessageContaining("cancel/x");
  }

  @Test
  void namesFileAndLineOfBrokenJson(@TempDir Path directory) throws IOException {
    copyAuthored(directory);
    Files.writeString(directory.resolve("keys.json"), "{\n\n  oops", UTF_8);

    assertThatThrownBy(() -> Generator.generate(directory))
        .hasMessageContaining("keys.json, line 3");
  }

  private static Set<String> namesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(path -> path.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static void copyAuthored(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("authored"))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
  }

  private static void replace(Path file, String wanted, String by) throws IOException {
    String text = Files.readString(file, UTF_8);
    assertThat(text).contains(wanted);
    Files.writeString(file, text.replace(wanted, by), UTF_8);
  }
}
