package io.github.dokuconformance.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A resource that tests write and hold: {@code -Dwrite.examples=true} writes it. */
public final class GeneratedFile {
  private static final Path FOLDER =
      Path.of("src/main/resources/io/github/dokuconformance/finding");

  private GeneratedFile() {}

  /** Asserts that the file of that name says just that, or writes it. */
  public static void hold(String name, Map<String, String> content) throws IOException {
    hold(FOLDER.resolve(name), content);
  }

  /** Asserts that the file says just that, or writes it. */
  public static void hold(Path file, Map<String, ?> content) throws IOException {
    String text =
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new TreeMap<>(content))
            + "\n";
    if (Boolean.getBoolean("write.examples")) {
      Files.writeString(file, text, UTF_8);
    }
    assertThat(file).as("to be written anew with -Dwrite.examples=true").hasContent(text);
  }
}
