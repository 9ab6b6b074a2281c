package io.github.dokuconformance.cli.input;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantSecret;
import java.nio.file.Path;
import java.util.Optional;

/** Reads an RSA key that the user names. */
public final class KeyFile {
  private KeyFile() {}

  /**
   * Returns the key.
   *
   * @param password of a key that is encrypted
   * @throws InputException if it can't be read; the message repeats nothing of the file
   */
  public static AsymmetricKey read(Path file, Optional<MerchantSecret> password)
      throws InputException {
    byte[] content = InputFile.read(file, "a PEM file");
    try {
      return AsymmetricKey.ofPem(new String(content, US_ASCII), password);
    } catch (IllegalArgumentException e) {
      throw InputException.of(FileNames.of(file), String.valueOf(e.getMessage()));
    }
  }
}
