package io.github.dokuconformance.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.signature.SecretMask;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that is written whole or not at all: beside its place at first, then moved there.
 *
 * <p>What exists and is no plain file, such as {@code /dev/stdout} or a pipe, is written to.
 */
public final class OutputFile implements Closeable {
  /** What a signal would leave behind; one hook for all, since a run may have many. */
  private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(OutputFile::deleteUnfinished, "unfinished"));
  }

  private final Path file;
  private final Path written;
  private final PrintWriter writer;
  private boolean moved;

  public OutputFile(Path file, SecretMask mask) throws IOException {
    this.file = file;
    boolean special = Files.exists(file) && !Files.isRegularFile(file);
    this.written =
        special
            ? file
            : FileNames.besides(
                file,
                "."
                    + FileNames.of(file.getFileName())
                    + "."
                    + ProcessHandle.current().pid()
                    + ".part");
    this.moved = special;
    if (!special) {
      UNFINISHED.add(written);
    }
    this.writer =
        new PrintWriter(new MaskingWriter(Files.newBufferedWriter(written, UTF_8), () -> mask));
  }

  /** Writes a file whose content is all there. */
  public static void write(Path file, String content, SecretMask mask) throws IOException {
    try (OutputFile output = new OutputFile(file, mask)) {
      output.writer().print(content);
      output.commit();
    }
  }

  public Path file() {
    return file;
  }

  public PrintWriter writer() {
    return writer;
  }

  /** Puts the file into its place. */
  public void commit() throws IOException {
    writer.close();
    boolean failed = writer.checkError();
    if (failed) {
      throw new IOException("the disk takes no more");
    }
    if (!moved) {
      Files.move(written, file, ATOMIC_MOVE, REPLACE_EXISTING);
      moved = true;
      UNFINISHED.remove(written);
    }
  }

  /** Leaves nothing behind of what was not committed. */
  @Override
  public void close() throws IOException {
    writer.close();
    if (!moved) {
      Files.deleteIfExists(written);
      UNFINISHED.remove(written);
    }
  }

  private static void deleteUnfinished() {
    for (Path file : UNFINISHED) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // There is nothing else to do, and nobody to tell.
      }
    }
  }
}
