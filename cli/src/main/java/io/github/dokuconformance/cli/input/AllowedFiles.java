package io.github.dokuconformance.cli.input;

import static java.util.Objects.requireNonNullElse;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.MessageLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The other files that an input may name: none, or the regular files in one folder.
 *
 * <p>Who wrote an input may not be who runs the program, and what it names could be a secret or the
 * process's own environment. So every reader takes what an input names from here, and opens nothing
 * itself. Links are resolved before it is judged where a file lies.
 */
public final class AllowedFiles {
  /** Stands for an input without a folder: what it names is relative to the current directory. */
  private static final Path STDIN = FileNames.here().resolve("stdin");

  private static final AllowedFiles NONE = new AllowedFiles(null, STDIN);

  /** Where regular files are the system's own state: a process's environment and memory. */
  private static final List<Path> SYSTEM =
      List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

  private final @Nullable Path folder;
  private final Path input;

  private AllowedFiles(@Nullable Path folder, Path input) {
    this.folder = folder;
    this.input = input;
  }

  /** Returns what allows no file. */
  public static AllowedFiles none() {
    return NONE;
  }

  /**
   * Returns what allows the regular files in a folder and in the folders below it.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  public static AllowedFiles in(Path folder) throws InputException {
    try {
      Path real = folder.toRealPath();
      if (!Files.isDirectory(real)) {
        throw InputException.of(
            FileNames.of(folder), "expected a folder of files that inputs may name, got a file");
      }
      return new AllowedFiles(real, STDIN);
    } catch (IOException e) {
      throw InputException.ofIo(FileNames.of(folder), e);
    }
  }

  /** Returns the same files, where an input that lies there names them relative to its folder. */
  public AllowedFiles besides(Path input) {
    return new AllowedFiles(folder, input);
  }

  /**
   * Throws if an input is a link to what lies neither in its own folder, nor in the working
   * directory, nor in the folder that is allowed: who made the link is not who named the input.
   */
  public void requireFollowed(Path link) throws InputException, IOException {
    Path absolute = FileNames.here().resolve(link);
    if (!Files.isSymbolicLink(link) || isOfSystem(absolute)) {
      return; // /dev/fd/63 is a link as well: what a shell makes of <(command).
    }
    Path real = link.toRealPath();
    Path own = requireNonNullElse(absolute.getParent(), absolute).toRealPath();
    if (isOfSystem(real)
        || !(real.startsWith(own)
            || real.startsWith(FileNames.here().toRealPath())
            || (folder != null && real.startsWith(folder)))) {
      throw InputException.of(
          FileNames.of(link),
          "expected a file, got a link to one in another folder; name the file itself, or allow its"
              + " folder: --allow-files DIR");
    }
  }

  private static boolean isOfSystem(Path path) {
    return SYSTEM.stream().anyMatch(path::startsWith);
  }

  /**
   * Returns what a file holds that an input names.
   *
   * @param source the input, and {@code line} where in it the name stands
   * @param option what takes the name, for the message
   * @throws InputException if it can't be read; the message says where and why
   */
  public byte[] read(String source, long line, String option, String name) throws InputException {
    String named = option + " names the file " + Visible.quoted(name);
    if (folder == null) {
      throw InputException.atLine(
          source,
          line,
          named + ", and an input opens no other file; to allow it: --allow-files DIR");
    }
    try {
      Path real = FileNames.besides(input, name).toRealPath();
      if (!real.startsWith(folder) || isOfSystem(real)) {
        throw InputException.atLine(
            source, line, named + ", which is not in the folder of --allow-files");
      }
      // What is no regular file may never end, or act when it is opened.
      if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
        throw InputException.atLine(source, line, named + ", which is no regular file");
      }
      try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
        byte[] content = in.readNBytes(MessageLimits.BODY_BYTES + 1);
        if (content.length > MessageLimits.BODY_BYTES) {
          throw InputException.atLine(
              source,
              line,
              named
                  + String.format(
                      Locale.ROOT,
                      ", which is too large: expected at most %d bytes (10 MiB)",
                      MessageLimits.BODY_BYTES));
        }
        return content;
      }
    } catch (NoSuchFileException e) {
      throw InputException.atLine(source, line, named + ", which does not exist");
    } catch (InvalidPathException | IOException e) {
      throw InputException.atLine(source, line, named + ", which can't be read");
    }
  }
}
