package io.github.dokuconformance.cli.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where Jazzer enters, for the target that {@code fuzz.target} names: {@code .ci/fuzz}. */
public final class Fuzzing {
  private static final FuzzTarget TARGET =
      FuzzTarget.valueOf(System.getProperty("fuzz.target", "RECOGNISED"));

  private Fuzzing() {}

  /** Writes a target's corpus to a folder: the arguments are its name and the folder. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[1]));
    List<byte[]> corpus = FuzzTarget.valueOf(args[0]).corpus();
    for (int i = 0; i < corpus.size(); i++) {
      Files.write(folder.resolve("seed-" + i), corpus.get(i));
    }
  }

  /** Reads what Jazzer made up. */
  public static void fuzzerTestOneInput(byte[] data) {
    TARGET.accept(data);
  }
}
