package io.github.dokuconformance.finding;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One example for each code, as a check has found it.
 *
 * <p>The files beside this class are written by tests, from the cases that prove the codes, and
 * held against them. Immutable and thread safe.
 */
public final class Examples {
  private final JsonNode byCode;

  private Examples(String file) {
    try (InputStream in = Examples.class.getResourceAsStream(file)) {
      byCode = JsonMapper.shared().readTree(requireNonNull(in, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the examples of findings: the place and what was found there. */
  public static Examples ofFindings() {
    return new Examples("finding-examples.json");
  }

  /** Returns the examples of mistakes: what the signer did, in a sentence. */
  public static Examples ofMistakes() {
    return new Examples("mistake-examples.json");
  }

  /** Returns the example of a code, on one line. */
  public Optional<String> of(String code) {
    return byCode.path(code).asStringOpt();
  }
}
