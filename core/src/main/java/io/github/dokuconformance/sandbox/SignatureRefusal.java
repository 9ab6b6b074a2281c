package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.schemas.ContractFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * DOKU's answers to requests whose signature is not valid, as the contract's examples have them.
 */
public final class SignatureRefusal {
  private static final String ERRORS = "examples/errors/response-a-";

  private SignatureRefusal() {}

  /** Returns the answer, or nothing to a signature that is valid. */
  public static Optional<Response> of(SignatureStatus status) {
    return switch (status) {
      case VALID -> Optional.empty();
      case ABSENT -> Optional.of(read("missing-signature"));
      case UNCHECKED -> Optional.of(read("invalid-client-id"));
      case INVALID -> Optional.of(read("invalid-signature"));
    };
  }

  private static Response read(String name) {
    try (InputStream in = ContractFiles.open(ERRORS + name + ".json")) {
      return Response.json(400, Body.of(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
