package io.github.dokuconformance.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.report.MaskingWriter;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SecretMask;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The secrets that a run knows, and what it says without them.
 *
 * <p>All that the program prints and each file that it writes goes through here; two things carry a
 * secret on purpose: the ready file and the variables of a client that is to sign. Thread safe.
 */
public final class Masking {
  /** The sandbox's own secret, which everybody knows: it is shown. */
  public static final String PUBLIC_SECRET = "SK-SANDBOX-DEMO-NOT-A-SECRET";

  private final List<MerchantSecret> known = new ArrayList<>();
  private final List<MaskingWriter> writers = new ArrayList<>();
  private volatile SecretMask mask = SecretMask.NONE;

  /** Takes these out of all that is said from now on. */
  public synchronized void know(Collection<MerchantSecret> secrets) {
    for (MerchantSecret secret : secrets) {
      if (!isPublic(secret)) {
        known.add(secret);
      }
    }
    mask = SecretMask.of(known);
  }

  public SecretMask mask() {
    return mask;
  }

  public synchronized PrintWriter writer(PrintWriter out) {
    MaskingWriter writer = new MaskingWriter(out, this::mask);
    writers.add(writer);
    return new PrintWriter(writer);
  }

  private static boolean isPublic(MerchantSecret secret) {
    return Arrays.equals(secret.exposeForMac(), PUBLIC_SECRET.getBytes(UTF_8));
  }

  /** Writes what waited for the rest of a secret. */
  public synchronized void finish() {
    for (MaskingWriter writer : writers) {
      try {
        writer.finish();
      } catch (IOException e) {
        // The writer below remembers it, and who asks that one is told.
      }
    }
  }
}
