package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.report.MaskingWriter;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SecretMask;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The secrets that a run knows, and what it says without them.
 *
 * <p>All that the program prints and each file that it writes goes through here; two things carry a
 * secret on purpose: the ready file and the variables of a client that is to sign. Thread safe.
 */
final class Masking {
  private final List<MerchantSecret> known = new ArrayList<>();
  private final List<MaskingWriter> writers = new ArrayList<>();
  private volatile SecretMask mask = SecretMask.NONE;

  /** Takes these out of all that is said from now on. */
  synchronized void know(Collection<MerchantSecret> secrets) {
    for (MerchantSecret secret : secrets) {
      if (!SandboxCredentials.isDemo(secret)) {
        known.add(secret);
      }
    }
    mask = SecretMask.of(known);
  }

  SecretMask mask() {
    return mask;
  }

  synchronized PrintWriter writer(PrintWriter out) {
    MaskingWriter writer = new MaskingWriter(out, this::mask);
    writers.add(writer);
    return new PrintWriter(writer);
  }

  /** Writes what waited for the rest of a secret. */
  synchronized void finish() {
    for (MaskingWriter writer : writers) {
      try {
        writer.finish();
      } catch (IOException e) {
        // The writer below remembers it, and who asks that one is told.
      }
    }
  }
}
