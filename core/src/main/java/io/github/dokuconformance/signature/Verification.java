package io.github.dokuconformance.signature;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The outcome of verifying a signature. */
public sealed interface Verification permits Verification.Valid, Verification.Invalid {

  <T> T fold(Function<Valid, T> valid, Function<Invalid, T> invalid);

  default boolean isValid() {
    return fold(valid -> true, invalid -> false);
  }

  /** Returns what a right signer makes of the message; nothing where a component is missing. */
  default Optional<Stages> rightStages() {
    return fold(valid -> Optional.of(valid.stages()), Invalid::expected);
  }

  /**
   * The signature is right.
   *
   * @param reading under which reading of an undocumented point; {@link Reading#DOCUMENTED} where
   *     none was needed
   */
  record Valid(Stages stages, Reading reading) implements Verification {
    @Override
    public <T> T fold(Function<Valid, T> valid, Function<Invalid, T> invalid) {
      return valid.apply(this);
    }
  }

  /**
   * The signature is not right.
   *
   * @param expected what a right signer would have made; absent where a component is missing
   * @param headers the names of the headers that are missing, repeated or malformed
   * @param got what stands in a malformed signature header, as a phrase
   */
  record Invalid(Reason reason, Optional<Stages> expected, List<String> headers, String got)
      implements Verification {
    public Invalid {
      headers = List.copyOf(headers);
    }

    @Override
    public <T> T fold(Function<Valid, T> valid, Function<Invalid, T> invalid) {
      return invalid.apply(this);
    }
  }

  /** Why a signature is not right; the ids are those of the test vectors. */
  enum Reason {
    MISSING_SIGNATURE("missing-component"),
    MISSING_COMPONENT("missing-component"),
    REPEATED_COMPONENT("malformed-component"),
    MALFORMED_SIGNATURE("malformed-signature"),
    MISMATCH("signature-mismatch");

    private final String id;

    Reason(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }
  }
}
