package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFile;
import io.github.dokuconformance.message.Body;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** Reads a body's bytes from a file or from standard input. */
final class BodyFile {
  private static final int LARGEST = 10 << 20;

  private BodyFile() {}

  static Body read(String file, InputStream standardInput) throws InputException {
    if (file.equals("-")) {
      return readAll("stdin", standardInput);
    }
    if (Files.isDirectory(FileNames.path(file))) {
      throw InputException.of(file, "expected a file with the body, got a directory");
    }
    try (InputStream in = InputFile.open(FileNames.path(file))) {
      return readAll(file, in);
    } catch (IOException e) {
      throw InputException.ofIo(file, e);
    }
  }

  private static Body readAll(String name, InputStream in) throws InputException {
    try {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw InputException.of(name, "expected a body of at most 10 MiB, got more");
      }
      return Body.of(bytes);
    } catch (IOException e) {
      throw InputException.ofIo(name, e);
    }
  }
}
