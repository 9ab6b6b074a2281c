package io.github.dokuconformance.cli.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the user names, which may be pipes, as a shell makes them of {@code <(command)}. */
public final class InputFile {
  /** Far more than any file has that a person or this program writes: 10 MiB. */
  private static final int LONGEST = 10 << 20;

  private InputFile() {}

  /**
   * Reads a file whole that belongs to the user, and is no recording.
   *
   * @param wanted what it is to be, for who names a directory: {@code a credentials file}
   * @throws InputException if it can't be read; the message says where and why
   */
  public static byte[] read(Path file, String wanted) throws InputException {
    String name = FileNames.of(file);
    if (Files.isDirectory(file)) {
      throw InputException.of(name, "expected " + wanted + ", got a directory");
    }
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw InputException.of(name, "expected a file of at most 10 MiB, got more");
      }
      return bytes;
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }

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
