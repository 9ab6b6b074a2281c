package io.github.dokuconformance.spark;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.CredentialsFile;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.SecretMask;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of a process, which it reads from its own disk: between processes only the file's name
 * goes, so that no secret stands in a configuration, an argument, a log or a closure.
 */
final class Keys {
  private static final Map<Optional<String>, Keys> READ = new ConcurrentHashMap<>();

  private final CheckContext context;
  private final SecretMask mask;

  private Keys(KeyRing ring) {
    this.context = CheckContext.nothing().withKeys(ring);
    this.mask = SecretMask.of(ring.secrets());
  }

  /**
   * Returns the keys of a file, which a process reads once.
   *
   * @throws InputException if it can't be read; the message says where and why
   */
  static Keys of(Optional<String> credentials) throws InputException {
    Keys known = READ.get(credentials);
    if (known == null) {
      known =
          new Keys(
              credentials.isEmpty()
                  ? KeyRing.empty()
                  : KeyRing.of(CredentialsFile.read(FileNames.path(credentials.get()))));
      READ.put(credentials, known);
    }
    return known;
  }

  CheckContext context() {
    return context;
  }

  /** Returns what takes the secrets out of what is written. */
  SecretMask mask() {
    return mask;
  }
}
