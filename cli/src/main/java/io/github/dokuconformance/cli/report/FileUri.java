package io.github.dokuconformance.cli.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The form in which reports name files for other tools. */
final class FileUri {
  private FileUri() {}

  /**
   * Returns a file as a URI reference: relative to the working directory where it is below it, so
   * that a code host finds it in the repository.
   */
  static String of(String file) {
    Path path = Path.of(file).toAbsolutePath().normalize();
    Path here = Path.of("").toAbsolutePath();
    if (!path.startsWith(here)) {
      return path.toUri().toString();
    }
    String relative = here.relativize(path).toString().replace('\\', '/');
    try {
      return new URI(null, null, "/" + relative, null).getRawPath().substring(1);
    } catch (URISyntaxException e) {
      return path.toUri().toString();
    }
  }
}
