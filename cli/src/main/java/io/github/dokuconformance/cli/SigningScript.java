package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A script by which an HTTP client signs what it is about to send. */
enum SigningScript {
  POSTMAN,
  BRUNO;

  /** Returns how the client makes the request final, and then how that is signed. */
  String text() {
    return read("sign-" + this + ".js") + "\n" + read("sign-request.js");
  }

  private static String read(String name) {
    try (InputStream in = requireNonNull(SigningScript.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the name as it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
