package io.github.dokuconformance.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Text that has to wait, for what stands before it is known only at the end; on disk, so that
 * memory does not grow with the run.
 */
final class Spool {
  private final Path file;
  private final PrintWriter writer;

  Spool() {
    try {
      file = Files.createTempFile("doku-conformance", ".part");
      file.toFile().deleteOnExit();
      writer = new PrintWriter(Files.newBufferedWriter(file, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary file can't be made", e);
    }
  }

  PrintWriter writer() {
    return writer;
  }

  /** Copies everything, and deletes it here. */
  void moveTo(Writer target) {
    writer.flush();
    boolean failed = writer.checkError();
    writer.close();
    try (BufferedReader in = Files.newBufferedReader(file, UTF_8)) {
      if (failed) {
        throw new IOException("the disk of " + file + " takes no more");
      }
      in.transferTo(target);
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
