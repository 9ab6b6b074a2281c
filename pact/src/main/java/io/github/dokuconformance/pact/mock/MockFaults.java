package io.github.dokuconformance.pact.mock;

import static io.github.dokuconformance.sandbox.fault.Fault.BODY_ALTERED;
import static io.github.dokuconformance.sandbox.fault.Fault.DROPPED_AFTER;
import static io.github.dokuconformance.sandbox.fault.Fault.OTHER_REQUEST_ID;
import static io.github.dokuconformance.sandbox.fault.Fault.PRETTY_PRINTED;
import static io.github.dokuconformance.sandbox.fault.Fault.REORDERED;
import static io.github.dokuconformance.sandbox.fault.Fault.SIGNATURE_MISSING;
import static io.github.dokuconformance.sandbox.fault.Fault.STALE_TIMESTAMP;
import static io.github.dokuconformance.sandbox.fault.Fault.TRUNCATED;
import static io.github.dokuconformance.sandbox.fault.Fault.UNKNOWN_FIELDS;
import static io.github.dokuconformance.sandbox.fault.Fault.WRONG_KEY;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.FaultDraft;
import io.github.dokuconformance.sandbox.fault.Spoiling;
import io.github.dokuconformance.sandbox.http.Outgoing;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The faults of the sandbox that need no state, and so can be had of a mock server too. */
final class MockFaults {
  private static final Set<Fault> KNOWN =
      EnumSet.of(
          WRONG_KEY,
          BODY_ALTERED,
          SIGNATURE_MISSING,
          OTHER_REQUEST_ID,
          STALE_TIMESTAMP,
          UNKNOWN_FIELDS,
          REORDERED,
          PRETTY_PRINTED,
          TRUNCATED,
          DROPPED_AFTER);

  private MockFaults() {}

  static void require(Fault fault) {
    if (!KNOWN.contains(fault)) {
      throw new IllegalArgumentException(
          "expected a fault that a mock server can have ("
              + KNOWN.stream().map(Fault::id).collect(Collectors.joining(", "))
              + "), got "
              + fault.id()
              + ": ask the sandbox for it");
    }
  }

  static Optional<Fault> take(ArmedFaults faults, Operation operation) {
    return faults.take(Fault.Stage.AFTER, operation);
  }

  static Outgoing spoil(Fault fault, FaultDraft draft) {
    Outgoing.Delivery delivery =
        fault == TRUNCATED
            ? Outgoing.Delivery.TRUNCATED
            : fault == DROPPED_AFTER ? Outgoing.Delivery.DROPPED : Outgoing.Delivery.WHOLE;
    return new Outgoing(Spoiling.spoil(fault, draft, altered(draft.body())), delivery);
  }

  /** Returns the body with another letter in a string: well formed, and not what was signed. */
  private static Body altered(Body body) {
    return Body.ofUtf8(body.toDisplayText().replaceFirst("\":\"", "$0X"));
  }
}
