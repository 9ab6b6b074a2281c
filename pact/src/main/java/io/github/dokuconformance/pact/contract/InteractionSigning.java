package io.github.dokuconformance.pact.contract;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a request is signed when an interaction is replayed.
 *
 * <p>A pact file can't say it in the request, for a signature is over bytes and a time that the
 * file does not know: it stands among the interaction's references, group {@value #GROUP}.
 */
public enum InteractionSigning {
  GENUINE("genuine"),
  FOREIGN_KEY("foreign-key"),
  BODY_ALTERED("body-altered"),
  UNKNOWN_CLIENT_ID("unknown-client-id"),
  TIMESTAMP_FORMAT("timestamp-format"),
  TIMESTAMP_RANGE("timestamp-range"),
  OTHER_TOKEN("other-token"),
  WITHOUT_CLIENT_ID("without-client-id", HeaderRole.CLIENT_ID),
  WITHOUT_REQUEST_ID("without-request-id", HeaderRole.REQUEST_ID),
  WITHOUT_TIMESTAMP("without-request-timestamp", HeaderRole.TIMESTAMP),
  WITHOUT_TOKEN("without-token", HeaderRole.AUTHORIZATION),
  WITHOUT_SIGNATURE("without-signature", HeaderRole.SIGNATURE);

  /** Group of the references that this project adds to an interaction. */
  public static final String GROUP = "doku-conformance";

  /** Name of the reference that holds an id of this. */
  public static final String NAME = "signing";

  /** Name of the reference that holds the id of the operation. */
  public static final String OPERATION = "operation";

  private final String id;
  private final Optional<HeaderRole> without;

  InteractionSigning(String id) {
    this.id = id;
    this.without = Optional.empty();
  }

  InteractionSigning(String id, HeaderRole without) {
    this.id = id;
    this.without = Optional.of(without);
  }

  /**
   * Returns the one of that id.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static InteractionSigning of(String id) {
    return Arrays.stream(values())
        .filter(one -> one.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a way of signing ("
                        + Arrays.stream(values())
                            .map(InteractionSigning::id)
                            .collect(Collectors.joining(", "))
                        + "), got: "
                        + id));
  }

  public String id() {
    return id;
  }

  /** Returns what that scheme calls the header that is left out. */
  public Optional<String> without(Scheme scheme) {
    return without.flatMap(role -> scheme.header(role, Part.REQUEST));
  }
}
