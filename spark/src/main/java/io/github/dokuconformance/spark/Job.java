package io.github.dokuconformance.spark;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each worker is told.
 *
 * @param credentials the name of the file of keys, on each machine's own disk; null for none
 * @param out where results go
 */
record Job(@Nullable String credentials, Folder out) implements Serializable {
  Optional<String> keyFile() {
    return Optional.ofNullable(credentials);
  }

  /** Returns the name of the file of a part's counts and signatures. */
  static String countsOf(int split) {
    return Folder.WORK + "/split-" + split;
  }

  /** Returns the name of the file of the counts of a file of findings. */
  static String countsOfFindings(int number) {
    return Folder.WORK + "/findings-" + number;
  }
}
