package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.finding.Visible;
import java.nio.file.Path;

/**
 * The forms in which reports name files for other tools: relative to the working directory where a
 * file is below it, so that a code host finds it in the repository.
 */
final class FileUri {
  private FileUri() {}

  /** Returns a file as a URI reference, in ASCII. */
  static String of(String file) {
    String uri = path(file).toUri().toString();
    String here = FileNames.here().toUri().toString();
    // A colon would make what stands before it a scheme.
    return uri.startsWith(here) ? uri.substring(here.length()).replace(":", "%3A") : uri;
  }

  /** Returns a file's path, made visible. */
  static String pathOf(String file) {
    Path path = path(file);
    String name =
        FileNames.of(path.startsWith(FileNames.here()) ? FileNames.here().relativize(path) : path);
    return Visible.name(name.replace('\\', '/'));
  }

  private static Path path(String file) {
    return FileNames.here().resolve(FileNames.path(file)).normalize();
  }
}
