package io.github.dokuconformance.diagnosis.nonsnap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Paths of DOKU's Non-SNAP products, of the contract or not; their sources stand in the file. */
final class ProductPaths {
  static final List<String> ALL = read();

  private ProductPaths() {}

  private static List<String> read() {
    try (InputStream in = ProductPaths.class.getResourceAsStream("paths.txt")) {
      return new String(requireNonNull(in, "paths.txt").readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith("/") && line.indexOf('{') < 0)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
