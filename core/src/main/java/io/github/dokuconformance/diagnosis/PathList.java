package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Paths in a file beside a class, one a line; other lines are for people. */
public final class PathList {
  private PathList() {}

  public static List<String> read(Class<?> beside, String file) {
    try (InputStream in = beside.getResourceAsStream(file)) {
      return new String(requireNonNull(in, file).readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith("/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
