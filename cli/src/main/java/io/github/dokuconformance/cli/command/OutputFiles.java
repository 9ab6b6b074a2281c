package io.github.dokuconformance.cli.command;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.OutputFile;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.SecretMask;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a command writes: all of them come to their places, or nothing of them is left.
 */
public final class OutputFiles implements AutoCloseable {
  private final List<OutputFile> files = new ArrayList<>();

  /**
   * Begins to write a file.
   *
   * @throws InputException if it can't be written
   */
  public PrintWriter open(Path path, SecretMask mask) throws InputException {
    try {
      OutputFile file = new OutputFile(path, mask);
      files.add(file);
      return file.writer();
    } catch (IOException e) {
      throw InputException.of(
          FileNames.of(path),
          "can't be written: "
              + (e instanceof NoSuchFileException ? "no such directory" : reason(e)));
    }
  }

  /**
   * Puts the files into their places.
   *
   * @throws InputException if one can't be written
   */
  public void commit() throws InputException {
    for (OutputFile file : files) {
      try {
        file.commit();
      } catch (IOException e) {
        throw InputException.of(FileNames.of(file.file()), "can't be written: " + reason(e));
      }
    }
  }

  /** Leaves nothing of what is not in its place. */
  @Override
  public void close() {
    for (OutputFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        // It lies beside its place under another name; there is nothing else to do.
      }
    }
  }

  private static String reason(IOException e) {
    return Visible.line(String.valueOf(e.getMessage()));
  }
}
