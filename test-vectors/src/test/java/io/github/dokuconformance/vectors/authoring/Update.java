package io.github.dokuconformance.vectors.authoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Writes {@code vectors/} anew from {@code authored/}; run through Maven, see CONTRIBUTING.md. */
public final class Update {
  private Update() {}

  /**
   * Rewrites the files that changed, and says which.
   *
   * @param args the directory that holds {@code authored} and {@code vectors}
   */
  public static void main(String[] args) throws IOException {
    Path suite = Path.of(args.length == 0 ? "" : args[0]);
    int changed = 0;
    for (Map.Entry<String, byte[]> file :
        Generator.generate(suite.resolve("authored")).entrySet()) {
      Path path = suite.resolve("vectors").resolve(file.getKey());
      if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
        Files.write(path, file.getValue());
        System.out.println("wrote " + path + " (" + file.getValue().length + " bytes)");
        changed++;
      }
    }
    System.out.println(changed == 0 ? "up to date" : changed + " files changed");
  }
}
