package io.github.dokuconformance.cli.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user names, which may be pipes, as a shell makes them of {@code <(command)}. */
public final class InputFile {
  private InputFile() {}

  public static InputStream open(Path file) throws IOException {
    // Most methods of the stream of Java 17 look for their position in the file; a pipe has none.
    return new FilterInputStream(Files.newInputStream(file)) {
      @Override
      public int available() {
        return 0;
      }
    };
  }
}
