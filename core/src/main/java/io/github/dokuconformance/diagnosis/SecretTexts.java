package io.github.dokuconformance.diagnosis;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What programs take for a secret that is quoted, encoded or not there. */
public final class SecretTexts {
  /** What languages write for a value that nobody set. */
  public static final List<String> UNSET = List.of("null", "undefined", "None");

  private SecretTexts() {}

  /** Returns the secret without the quotes around it, where there are any. */
  public static Optional<String> unquoted(String secret) {
    int last = secret.length() - 1;
    boolean quoted =
        last > 0
            && secret.charAt(0) == secret.charAt(last)
            && "\"'`".indexOf(secret.charAt(0)) >= 0;
    return quoted ? Optional.of(secret.substring(1, last)) : Optional.empty();
  }

  /**
   * Returns what the secret decodes to as base64, by the alphabet read: decoders skip what is not
   * of theirs, or know both.
   */
  public static Map<String, byte[]> decoded(String secret) {
    Map<String, byte[]> decoded = new LinkedHashMap<>();
    decode(secret.replace('-', '+').replace('_', '/'), "both alphabets", decoded);
    decode(secret, "the plain alphabet, other characters skipped", decoded);
    return decoded;
  }

  private static void decode(String text, String alphabet, Map<String, byte[]> out) {
    String kept = text.replaceAll("[^A-Za-z0-9+/]", "");
    int whole = kept.length() % 4 == 1 ? kept.length() - 1 : kept.length();
    byte[] bytes = Base64.getDecoder().decode(kept.substring(0, whole));
    if (bytes.length > 0) {
      out.put(alphabet, bytes);
    }
  }
}
