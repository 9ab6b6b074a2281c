package io.github.dokuconformance.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The file that tells a waiting program where the sandbox is, and who to be there. */
final class ReadyFile {
  private ReadyFile() {}

  /** Writes the file in one step, so that who sees it sees all of it; readable by its owner. */
  static void write(Path file, Map<String, String> members) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    // A temporary file is its owner's alone, and stays so when it is renamed.
    Path temporary = Files.createTempFile(folder, ".ready-", ".json");
    try {
      Files.write(temporary, JsonMapper.shared().writeValueAsBytes(members));
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
