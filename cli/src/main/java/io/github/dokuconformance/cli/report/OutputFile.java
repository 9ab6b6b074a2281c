package io.github.dokuconformance.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is written whole or not at all: beside its place at first, then moved there.
 *
 * <p>What exists and is no plain file, such as {@code /dev/stdout} or a pipe, is written to.
 */
public final class OutputFile implements Closeable {
  private final Path file;
  private final Path written;
  private final PrintWriter writer;
  private boolean moved;

  public OutputFile(Path file) throws IOException {
    this.file = file;
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    this.written =
        special
            ? file
            : file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    this.moved = special;
    this.writer = new PrintWriter(Files.newBufferedWriter(written, UTF_8));
  }

  public Path file() {
    return file;
  }

  public PrintWriter writer() {
    return writer;
  }

  /** Puts the file into its place. */
  public void commit() throws IOException {
    boolean failed = writer.checkError();
    writer.close();
    if (failed) {
      throw new IOException("the disk takes no more");
    }
    if (!moved) {
      Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
      moved = true;
    }
  }

  /** Leaves nothing behind of what was not committed. */
  @Override
  public void close() throws IOException {
    writer.close();
    if (!moved) {
      Files.deleteIfExists(written);
    }
  }
}
