package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts in place of folders the recordings in them, by the endings of their names. */
final class Folders {
  private static final int DEEPEST = 32;

  private Folders() {}

  /**
   * Returns the files, and of folders all regular files in them and below that have the ending of a
   * recording, in the order of their names. Links are not followed, and hidden folders not entered.
   */
  static List<String> walked(List<String> files) throws InputException {
    List<String> all = new ArrayList<>();
    for (String file : files) {
      Path path = file.equals("-") ? null : FileNames.path(file);
      if (path == null || !Files.isDirectory(path)) {
        all.add(file);
        continue;
      }
      try (Stream<Path> walk = Files.walk(path, DEEPEST)) {
        walk.filter(found -> isRecording(path.relativize(found)) && Files.isRegularFile(found))
            .map(FileNames::of)
            .sorted()
            .forEach(all::add);
      } catch (IOException e) {
        throw InputException.ofIo(file, e);
      } catch (UncheckedIOException e) {
        throw InputException.of(file, "its files can't be listed");
      }
    }
    return all;
  }

  private static boolean isRecording(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    return InputFormat.ofFileName(FileNames.of(relative)).isPresent();
  }

  /**
   * Says whether nothing is there because a pattern matched nothing: a shell then hands over the
   * pattern itself.
   */
  static boolean isPatternWithoutMatch(String file) {
    return !file.equals("-")
        && file.matches("(?s).*[*?\\[].*")
        && Files.notExists(FileNames.path(file));
  }
}
