package io.github.dokuconformance.vectors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a suite's files come from: a directory or this jar. */
interface SuiteSource {
  /**
   * Returns the bytes of a file.
   *
   * @param path relative to the suite, such as {@code vectors/manifest.json}
   */
  byte[] read(String path) throws IOException;

  static SuiteSource directory(Path directory) {
    return path -> Files.readAllBytes(directory.resolve(path));
  }

  static SuiteSource bundled() {
    return path -> {
      try (InputStream stream = SuiteSource.class.getResourceAsStream("suite/" + path)) {
        if (stream == null) {
          throw new NoSuchFileException(path);
        }
        return stream.readAllBytes();
      }
    };
  }
}
