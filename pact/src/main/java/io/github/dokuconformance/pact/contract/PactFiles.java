package io.github.dokuconformance.pact.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.DefaultPactReader;
import au.com.dius.pact.core.model.DefaultPactWriter;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PactSpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The contracts as files, which stand on the class path as they do in {@code pact/pacts}. */
public final class PactFiles {
  private PactFiles() {}

  /** Returns the name of a contract's file: {@code merchant-doku-akulaku.json}. */
  public static String name(Pact pact) {
    return pact.getConsumer().getName() + "-" + pact.getProvider().getName() + ".json";
  }

  /** Returns the file's content; the same contract gives the same bytes. */
  public static byte[] write(Pact pact) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      DefaultPactWriter.INSTANCE.writePact(pact, out, PactSpecVersion.V4);
    }
    return text.append('\n').toString().getBytes(UTF_8);
  }

  /**
   * Reads a bundled contract.
   *
   * @throws IllegalArgumentException where there is none of that name
   */
  public static Pact read(String name) {
    try (InputStream in = PactFiles.class.getResourceAsStream("/pacts/doku-conformance/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("expected the name of a bundled contract, got: " + name);
      }
      return DefaultPactReader.INSTANCE.loadPact(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
