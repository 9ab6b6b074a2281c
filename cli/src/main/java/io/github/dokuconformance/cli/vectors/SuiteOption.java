package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.vectors.SuiteException;
import io.github.dokuconformance.vectors.VectorSuite;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the suite comes from. */
final class SuiteOption {
  @Option(
      names = "--suite",
      paramLabel = "DIR",
      description =
          "Take the suite in this directory, which holds vectors/manifest.json (default: the bundled one).")
  private @Nullable Path directory;

  VectorSuite load() throws SuiteException {
    return directory == null ? VectorSuite.bundled() : VectorSuite.load(directory);
  }
}
