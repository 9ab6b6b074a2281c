package io.github.dokuconformance.vectors.harness;

/** The adapter broke the protocol, died or hung: its process cannot go on. */
final class AdapterFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final Status status;
  private final String reason;

  /**
   * @param status crash, timeout or protocol-error
   */
  AdapterFault(Status status, String message) {
    super(message);
    this.status = status;
    this.reason = message;
  }

  Status status() {
    return status;
  }

  String reason() {
    return reason;
  }
}
