package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.signature.AsymmetricKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The RSA keys of the demonstration, which everybody knows. */
final class DemoKeys {
  private DemoKeys() {}

  static AsymmetricKey merchant() {
    return read("demo-merchant-NOT-A-SECRET.pem");
  }

  static AsymmetricKey doku() {
    return read("demo-doku-NOT-A-SECRET.pem");
  }

  private static AsymmetricKey read(String file) {
    try (InputStream in = DemoKeys.class.getResourceAsStream(file)) {
      return AsymmetricKey.ofPem(new String(requireNonNull(in, file).readAllBytes(), US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
